namespace Interactor.Runtime.Json.Validation.Patterns.Automata;

/// <summary>A state of a table while it is built: states of the program, and what stands before them.</summary>
/// <param name="states">In rising order.</param>
/// <param name="before">What was read last.</param>
internal sealed class TableKey(int[] states, Surrounding before) : IEquatable<TableKey>
{
    public int[] States { get; } = states;

    public Surrounding Before { get; } = before;

    public bool Equals(TableKey? other) => other is not null && Before == other.Before && States.AsSpan().SequenceEqual(other.States);

    public override bool Equals(object? obj) => Equals(obj as TableKey);

    public override int GetHashCode()
    {
        int hash = (int)Before;
        foreach (int state in States)
        {
            hash = (hash * 31) + state;
        }

        return hash;
    }
}
