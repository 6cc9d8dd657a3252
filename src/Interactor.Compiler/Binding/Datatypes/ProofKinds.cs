using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Decides how reading finds out whether a value of each type is valid: by the tests of its parts, or by validating what has none.</summary>
internal static class ProofKinds
{
    public static EquatableArray<DatatypeModel> Mark(EquatableArray<DatatypeModel> datatypes) =>
        datatypes.Select(static t => t with { Proof = KindOf(t) }).ToEquatableArray();

    private static ProofKind KindOf(DatatypeModel type) => type switch
    {
        RecordModel record => Either(record.Properties.All(p => p.Check is not null || p.Proof is not null) && record.AdditionalProperties is not { Check: null, Proof: null }),
        UnionModel union => Either(union.Cases.All(c => c.Check is not null)),
        TupleModel tuple => Either(tuple.Items.All(i => i.Check is not null) && tuple.Rest is not { Check: null }),
        AliasModel { Check: not null } => ProofKind.Parts,
        _ => ProofKind.None,
    };

    private static ProofKind Either(bool hasParts) => hasParts ? ProofKind.Parts : ProofKind.Whole;
}
