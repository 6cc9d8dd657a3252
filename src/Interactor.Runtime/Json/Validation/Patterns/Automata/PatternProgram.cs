using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Runtime.Json.Validation.Patterns.Automata;

/// <summary>A nondeterministic automaton (Thompson's construction) that finds a pattern anywhere in a text.</summary>
internal sealed class PatternProgram
{
    private const int MostStates = 20_000;

    private readonly List<ProgramState> _states = [new ProgramState.Match()];

    private readonly List<CodePointSet> _sets = [];

    private bool _isTooLarge;

    private PatternProgram(PatternNode root)
    {
        // Before the pattern any number of characters.
        int start = Add(new ProgramState.Fork(Compile(root, next: 0)));
        ((ProgramState.Fork)_states[start]).One = Add(new ProgramState.Take(Number(CodePointSet.All), start));
        Start = start;
    }

    public IReadOnlyList<ProgramState> States => _states;

    public IReadOnlyList<CodePointSet> Sets => _sets;

    public int Start { get; }

    public bool HasBoundaries { get; private set; }

    /// <param name="root">A pattern that <see cref="PatternShape.IsRegular"/>.</param>
    /// <returns>Null when it would be too large.</returns>
    public static PatternProgram? Of(PatternNode root) => new PatternProgram(root) is { _isTooLarge: false } program ? program : null;

    // The state from which the node leads to another one.
    private int Compile(PatternNode node, int next)
    {
        if (_isTooLarge)
        {
            return next;
        }

        switch (node)
        {
            case PatternNode.Character character:
                return Add(new ProgramState.Take(Number(character.Set), next));
            case PatternNode.Group group:
                return Compile(group.Body, next);
            case PatternNode.Repetition repetition:
                return CompileRepetition(repetition, next);
            case PatternNode.Place place:
                HasBoundaries |= place.Kind is PatternPlace.WordBoundary or PatternPlace.NoWordBoundary;
                return Add(new ProgramState.Check(place.Kind, next));
            case PatternNode.Sequence sequence:
                for (int i = sequence.Parts.Count - 1; i >= 0; i--)
                {
                    next = Compile(sequence.Parts[i], next);
                }

                return next;
            case PatternNode.Choice choice:
                int entry = Compile(choice.Branches[0], next);
                for (int i = 1; i < choice.Branches.Count; i++)
                {
                    entry = Add(new ProgramState.Fork(entry) { One = Compile(choice.Branches[i], next) });
                }

                return entry;
            default:
                throw new InvalidOperationException("The pattern is not regular.");
        }
    }

    private int CompileRepetition(PatternNode.Repetition repetition, int next)
    {
        int copies = repetition.Least;
        if (repetition.Most == int.MaxValue)
        {
            int fork = Add(new ProgramState.Fork(next));
            int body = Compile(repetition.Body, fork);
            ((ProgramState.Fork)_states[fork]).One = body;
            next = copies > 0 ? body : fork;
            copies--;
        }
        else
        {
            int end = next;
            for (int i = repetition.Least; i < repetition.Most && !_isTooLarge; i++)
            {
                next = Add(new ProgramState.Fork(end) { One = Compile(repetition.Body, next) });
            }
        }

        for (; copies > 0 && !_isTooLarge; copies--)
        {
            int entry = Compile(repetition.Body, next);
            if (entry == next)
            {
                break; // The body is empty; however often, it stays so.
            }

            next = entry;
        }

        return next;
    }

    private int Number(CodePointSet set)
    {
        int number = _sets.IndexOf(set);
        if (number < 0)
        {
            number = _sets.Count;
            _sets.Add(set);
        }

        return number;
    }

    private int Add(ProgramState state)
    {
        _isTooLarge |= _states.Count >= MostStates;
        _states.Add(state);
        return _states.Count - 1;
    }
}
