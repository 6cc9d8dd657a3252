using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Runtime.Json.Validation.Patterns.Automata;

/// <summary>A state of a <see cref="PatternProgram"/>.</summary>
internal abstract class ProgramState
{
    private ProgramState()
    {
    }

    /// <summary>The text matches.</summary>
    internal sealed class Match : ProgramState;

    /// <summary>Takes a character out of a set.</summary>
    internal sealed class Take(int set, int next) : ProgramState
    {
        /// <summary>The number of the set in <see cref="PatternProgram.Sets"/>.</summary>
        public int Set { get; } = set;

        public int Next { get; } = next;
    }

    /// <summary>Goes on in either of two states without taking a character.</summary>
    internal sealed class Fork(int other) : ProgramState
    {
        /// <summary>Set when the state that leads back here is known.</summary>
        public int One { get; set; } = other;

        public int Other { get; } = other;
    }

    /// <summary>Goes on where the place is the right one.</summary>
    internal sealed class Check(PatternPlace place, int next) : ProgramState
    {
        public PatternPlace Place { get; } = place;

        public int Next { get; } = next;
    }
}
