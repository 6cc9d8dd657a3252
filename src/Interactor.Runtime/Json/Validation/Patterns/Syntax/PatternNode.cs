namespace Interactor.Runtime.Json.Validation.Patterns.Syntax;

/// <summary>A part of a regular expression.</summary>
internal abstract class PatternNode
{
    private PatternNode()
    {
    }

    /// <summary>One character out of a set.</summary>
    internal sealed class Character(CodePointSet set) : PatternNode
    {
        public CodePointSet Set { get; } = set;
    }

    /// <summary>Parts one behind the other; without parts it matches the empty text.</summary>
    internal sealed class Sequence(IReadOnlyList<PatternNode> parts) : PatternNode
    {
        public IReadOnlyList<PatternNode> Parts { get; } = parts;
    }

    /// <summary>One of several.</summary>
    internal sealed class Choice(IReadOnlyList<PatternNode> branches) : PatternNode
    {
        public IReadOnlyList<PatternNode> Branches { get; } = branches;
    }

    /// <summary>A part a number of times.</summary>
    internal sealed class Repetition(PatternNode body, int least, int most, bool isLazy) : PatternNode
    {
        public PatternNode Body { get; } = body;

        public int Least { get; } = least;

        /// <summary><see cref="int.MaxValue"/> for any number of times.</summary>
        public int Most { get; } = most;

        public bool IsLazy { get; } = isLazy;
    }

    /// <summary>A part whose text <see cref="Reference"/> can ask for again.</summary>
    internal sealed class Group(PatternNode body, int number) : PatternNode
    {
        public PatternNode Body { get; } = body;

        /// <summary>Counted from 1, in the order of the opening parentheses.</summary>
        public int Number { get; } = number;
    }

    /// <summary>A place between characters.</summary>
    internal sealed class Place(PatternPlace kind) : PatternNode
    {
        public PatternPlace Kind { get; } = kind;
    }

    /// <summary>What must or must not stand ahead or behind.</summary>
    internal sealed class Look(PatternNode body, bool isAhead, bool isNegative) : PatternNode
    {
        public PatternNode Body { get; } = body;

        public bool IsAhead { get; } = isAhead;

        public bool IsNegative { get; } = isNegative;
    }

    /// <summary>The text of a group once more.</summary>
    internal sealed class Reference : PatternNode
    {
        /// <summary>The group's number; known when the whole pattern is read.</summary>
        public int Number { get; set; }
    }
}
