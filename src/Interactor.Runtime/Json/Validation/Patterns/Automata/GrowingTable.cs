namespace Interactor.Runtime.Json.Validation.Patterns.Automata;

/// <summary>
/// A deterministic automaton of which only those states are made that texts come to, for programs whose whole table would be too large.
/// When it is full it begins anew, so that memory has a limit and a character costs at most a walk through the program. Not for two threads at once.
/// </summary>
/// <param name="program">The program.</param>
/// <param name="classes">The characters that it tells apart.</param>
internal sealed class GrowingTable(PatternProgram program, CharacterClasses classes)
{
    private const int MostStates = 2000;

    // How many states of the program all states of the table may stand for.
    private const int MostMembers = 100_000;

    private const int Unknown = -1;

    private readonly ClassTable _characters = new(classes);

    private readonly ProgramClosure _closure = new(program);

    private readonly List<ProgramState.Take> _takes = [];

    private readonly bool[] _isNext = new bool[program.States.Count];

    private readonly List<int> _next = [];

    private readonly Dictionary<TableKey, int> _numbers = [];

    private readonly List<TableKey> _states = [];

    // What follows each state, by class; as long as the states made so far need.
    private int[] _rows = [];

    private int _members;

    private int _beginnings;

    public bool IsMatch(ReadOnlySpan<byte> utf8)
    {
        if (_states.Count == 0)
        {
            Begin();
        }

        int state = PatternTable.Start;
        for (int i = 0; i < utf8.Length;)
        {
            int characterClass = _characters.First(utf8[i..], out int used);
            i += used;
            int next = _rows[(state * classes.Count) + characterClass];
            state = next == Unknown ? Follow(state, characterClass) : next;
            if (state <= PatternTable.Found)
            {
                return state == PatternTable.Found;
            }
        }

        return IsMatch(_states[state], Surrounding.Edge);
    }

    private void Begin()
    {
        _numbers.Clear();
        _states.Clear();
        _members = 0;
        _beginnings++;

        // Dead and found, which are never left.
        _states.Add(new([], Surrounding.Other));
        _states.Add(new([], Surrounding.Other));
        Number(new([program.Start], Surrounding.Edge));
    }

    // Also fills what can be taken next.
    private bool IsMatch(TableKey state, Surrounding after)
    {
        _takes.Clear();
        return _closure.Follow(state.States, state.Before, after, _takes);
    }

    private int Follow(int state, int characterClass)
    {
        int beginnings = _beginnings;
        Surrounding read = classes.IsWord(characterClass) ? Surrounding.Word : Surrounding.Other;
        int next = IsMatch(_states[state], read) ? PatternTable.Found : Next(characterClass) is { Length: > 0 } states ? Number(new(states, read)) : PatternTable.Dead;

        // After a new beginning there is no row to write to.
        if (beginnings == _beginnings)
        {
            _rows[(state * classes.Count) + characterClass] = next;
        }

        return next;
    }

    private int[] Next(int characterClass)
    {
        _next.Clear();
        foreach (ProgramState.Take take in _takes)
        {
            if (classes.IsIn(take.Set, characterClass) && !_isNext[take.Next])
            {
                _isNext[take.Next] = true;
                _next.Add(take.Next);
            }
        }

        foreach (int state in _next)
        {
            _isNext[state] = false;
        }

        _next.Sort();
        return [.. _next];
    }

    private int Number(TableKey key)
    {
        if (_numbers.TryGetValue(key, out int number))
        {
            return number;
        }

        if (_states.Count >= MostStates || _members > MostMembers)
        {
            Begin();
        }

        number = _states.Count;
        _members += key.States.Length;
        _states.Add(key);
        _numbers.Add(key, number);
        int end = (number + 1) * classes.Count;
        if (_rows.Length < end)
        {
            Array.Resize(ref _rows, end * 2);
        }

        _rows.AsSpan(number * classes.Count, classes.Count).Fill(Unknown);
        return number;
    }
}
