using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Runtime.Json.Validation.Patterns.Automata;

/// <summary>Follows the states of a program that take no character.</summary>
internal sealed class ProgramClosure(PatternProgram program)
{
    private readonly bool[] _isSeen = new bool[program.States.Count];

    private readonly List<int> _seen = [];

    /// <summary>Adds the states that take a character, reached from some states in one place of the text.</summary>
    /// <param name="states">The states to start from.</param>
    /// <param name="before">What stands before the place.</param>
    /// <param name="after">What stands behind it.</param>
    /// <param name="takes">Receives the states.</param>
    /// <returns>Whether the text matches already.</returns>
    public bool Follow(int[] states, Surrounding before, Surrounding after, List<ProgramState.Take> takes)
    {
        bool isMatch = false;
        foreach (int state in states)
        {
            See(state);
        }

        for (int i = 0; i < _seen.Count; i++)
        {
            switch (program.States[_seen[i]])
            {
                case ProgramState.Take take:
                    takes.Add(take);
                    break;
                case ProgramState.Fork fork:
                    See(fork.One);
                    See(fork.Other);
                    break;
                case ProgramState.Check check when Is(check.Place, before, after):
                    See(check.Next);
                    break;
                case ProgramState.Match:
                    isMatch = true;
                    break;
            }
        }

        foreach (int state in _seen)
        {
            _isSeen[state] = false;
        }

        _seen.Clear();
        return isMatch;
    }

    private static bool Is(PatternPlace place, Surrounding before, Surrounding after) => place switch
    {
        PatternPlace.Start => before == Surrounding.Edge,
        PatternPlace.End => after == Surrounding.Edge,
        PatternPlace.WordBoundary => (before == Surrounding.Word) != (after == Surrounding.Word),
        _ => (before == Surrounding.Word) == (after == Surrounding.Word),
    };

    private void See(int state)
    {
        if (!_isSeen[state])
        {
            _isSeen[state] = true;
            _seen.Add(state);
        }
    }
}
