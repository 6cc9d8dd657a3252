namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>What it means that a value is, or is not, as one root of its site asks.</summary>
/// <param name="Owners">The atoms that fail when it is not.</param>
/// <param name="Alone">The root by itself, for when the other roots do not matter any more.</param>
/// <param name="Unevaluated">The number of the unevaluated-schema that this root is; -1 otherwise.</param>
/// <param name="Contains">The number of the atom whose <c>contains</c> this root is; -1 otherwise.</param>
internal sealed record Consequence(ulong Owners, Site Alone, int Unevaluated = -1, int Contains = -1)
{
    /// <summary>Whether the answer still matters when these atoms have failed already.</summary>
    public bool Matters(ulong failed) => (Owners & ~failed) != 0 || Unevaluated >= 0 || Contains >= 0;
}
