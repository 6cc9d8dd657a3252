using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Runtime.Json.Validation.Patterns.Automata;

/// <summary>Groups the characters that a pattern cannot tell apart, so that a table needs a column a group instead of a column a character.</summary>
internal sealed class CharacterClasses
{
    private const int MostClasses = 255;

    // Code points from each start to the one before the next belong to one class.
    private readonly List<int> _starts = [];

    private readonly List<byte> _classes = [];

    // The sets that each class is in.
    private readonly List<bool[]> _members = [];

    private readonly List<bool> _isWord = [];

    private CharacterClasses()
    {
    }

    public int Count => _members.Count;

    /// <summary>The least code point of each range, from 0 on.</summary>
    public int[] Starts => [.. _starts];

    /// <summary>The class of each range.</summary>
    public byte[] Classes => [.. _classes];

    /// <param name="program">The automaton whose sets tell characters apart.</param>
    /// <returns>Null when there would be too many.</returns>
    public static CharacterClasses? Of(PatternProgram program)
    {
        List<CodePointSet> sets = [.. program.Sets];
        if (program.HasBoundaries)
        {
            sets.Add(CodePointSet.Word);
        }

        List<int> starts = [0];
        foreach (CodePointSet set in sets)
        {
            starts.AddRange(set.Edges);
        }

        starts.Sort();
        CharacterClasses classes = new();
        for (int i = 0; i < starts.Count && starts[i] < CodePointSet.End && classes.Count <= MostClasses; i++)
        {
            if (i == 0 || starts[i] != starts[i - 1])
            {
                classes.Add(starts[i], sets, program.HasBoundaries);
            }
        }

        return classes.Count <= MostClasses ? classes : null;
    }

    public bool IsIn(int set, int characterClass) => _members[characterClass][set];

    /// <summary>Whether its characters are those of <c>\w</c>; known when the pattern has boundaries of words.</summary>
    public bool IsWord(int characterClass) => _isWord[characterClass];

    private void Add(int start, List<CodePointSet> sets, bool hasBoundaries)
    {
        bool[] members = new bool[sets.Count];
        for (int i = 0; i < members.Length; i++)
        {
            members[i] = sets[i].Contains(start);
        }

        int number = 0;
        while (number < _members.Count && !members.AsSpan().SequenceEqual(_members[number]))
        {
            number++;
        }

        if (number == _members.Count)
        {
            _members.Add(members);
            _isWord.Add(hasBoundaries && members[^1]);
        }

        _starts.Add(start);
        _classes.Add((byte)number);
    }
}
