namespace Interactor.Runtime.Json.Validation.Patterns.Automata;

/// <summary>Makes a program deterministic by the subset construction; a state of the table is a set of states of the program.</summary>
internal sealed class PatternTableBuilder
{
    // Numbers of the table fit 16 bits, and a pattern that grows beyond it is better followed state by state.
    private const int LargestTable = 32_768;

    // How many states of the program all states of the table may stand for: the work and the memory of building it.
    private const int MostMembers = 200_000;

    private readonly PatternProgram _program;

    private readonly CharacterClasses _classes;

    private readonly ProgramClosure _closure;

    private readonly Dictionary<TableKey, int> _numbers = [];

    private readonly List<TableKey> _states = [];

    private readonly List<int[]> _rows = [];

    private readonly List<bool> _accepts = [];

    private readonly bool[] _isNext;

    private int _members;

    private PatternTableBuilder(PatternProgram program, CharacterClasses classes)
    {
        _program = program;
        _classes = classes;
        _closure = new(program);
        _isNext = new bool[program.States.Count];
    }

    /// <returns>Null when the table would be too large.</returns>
    public static PatternTable? Build(PatternProgram program)
    {
        if (CharacterClasses.Of(program) is not { } classes)
        {
            return null;
        }

        PatternTableBuilder builder = new(program, classes);
        return builder.TryAll() ? new(classes, builder._rows, builder._accepts) : null;
    }

    private bool TryAll()
    {
        AddEnd(PatternTable.Dead);
        AddEnd(PatternTable.Found);
        Number(new([_program.Start], Surrounding.Edge));
        for (int state = PatternTable.Start; state < _states.Count; state++)
        {
            if (_states.Count * _classes.Count > LargestTable || _members > MostMembers)
            {
                return false;
            }

            AddRow(_states[state]);
        }

        Prune();
        return true;
    }

    // A state that is never left.
    private void AddEnd(int state)
    {
        int[] row = new int[_classes.Count];
        Array.Fill(row, state);
        _states.Add(new([], Surrounding.Other));
        _rows.Add(row);
        _accepts.Add(state == PatternTable.Found);
    }

    private void AddRow(TableKey state)
    {
        List<ProgramState.Take> takes = [];
        bool isMatch = _closure.Follow(state.States, state.Before, Surrounding.Other, takes);
        List<ProgramState.Take> takesOfWord = _program.HasBoundaries ? [] : takes;
        bool isMatchBeforeWord = _program.HasBoundaries && _closure.Follow(state.States, state.Before, Surrounding.Word, takesOfWord);
        int[] row = new int[_classes.Count];
        for (int i = 0; i < row.Length; i++)
        {
            bool isWord = _classes.IsWord(i);
            row[i] = (isWord ? isMatchBeforeWord : isMatch)
                ? PatternTable.Found
                : Next(isWord ? takesOfWord : takes, i, isWord ? Surrounding.Word : Surrounding.Other);
        }

        _rows.Add(row);
        _accepts.Add(_closure.Follow(state.States, state.Before, Surrounding.Edge, []));
    }

    private int Next(List<ProgramState.Take> takes, int characterClass, Surrounding before)
    {
        List<int> next = [];
        foreach (ProgramState.Take take in takes)
        {
            if (_classes.IsIn(take.Set, characterClass) && !_isNext[take.Next])
            {
                _isNext[take.Next] = true;
                next.Add(take.Next);
            }
        }

        foreach (int state in next)
        {
            _isNext[state] = false;
        }

        if (next.Count == 0)
        {
            return PatternTable.Dead;
        }

        next.Sort();
        return Number(new([.. next], before));
    }

    private int Number(TableKey key)
    {
        if (!_numbers.TryGetValue(key, out int number))
        {
            number = _states.Count;
            _members += key.States.Length;
            _states.Add(key);
            _numbers.Add(key, number);
        }

        return number;
    }

    // States from which no text can match any more are dead; without this a pattern that begins with ^ would read every text to its end.
    private void Prune()
    {
        List<int>[] before = new List<int>[_rows.Count];
        for (int state = 0; state < before.Length; state++)
        {
            before[state] = [];
        }

        List<int> alive = [];
        bool[] isAlive = [.. _accepts];
        for (int state = 0; state < before.Length; state++)
        {
            foreach (int next in _rows[state])
            {
                before[next].Add(state);
            }

            if (isAlive[state])
            {
                alive.Add(state);
            }
        }

        for (int i = 0; i < alive.Count; i++)
        {
            foreach (int previous in before[alive[i]])
            {
                if (!isAlive[previous])
                {
                    isAlive[previous] = true;
                    alive.Add(previous);
                }
            }
        }

        foreach (int[] row in _rows)
        {
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = isAlive[row[i]] ? row[i] : PatternTable.Dead;
            }
        }
    }
}
