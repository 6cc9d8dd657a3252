namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>What members of one name, or of one set of matching patterns, mean for the atoms of an object plan.</summary>
internal sealed class ObjectEntry
{
    /// <summary>The atoms that do not allow the member at all.</summary>
    public ulong Refusing { get; init; }

    /// <summary>The number of the name among those watched; -1 for others.</summary>
    public int Watch { get; init; } = -1;

    /// <summary>The atoms whose schemas evaluate the member.</summary>
    public ulong Evaluating { get; init; }

    /// <summary>The unevaluated-schemas that allow no value here.</summary>
    public int[] RefusedBy { get; init; } = [];

    /// <summary>What is asked of the value; null when nothing is.</summary>
    public Site? Value { get; init; }

    /// <summary>What the answer means for each root of <see cref="Value"/>.</summary>
    public Consequence[] Consequences { get; init; } = [];
}
