using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Decides what proves a value of each type to be valid: cheap tests of its parts, and validating while reading what has none.</summary>
internal static class CheckedTypes
{
    public static EquatableArray<DatatypeModel> Mark(EquatableArray<DatatypeModel> datatypes)
    {
        Dictionary<string, ProofKind> kinds = datatypes.ToDictionary(t => t.Name, KindOf, StringComparer.Ordinal);

        // Types refer to each other in circles, so each counts as tested wholly until a part of it is not.
        Dictionary<string, List<string>> users = new(StringComparer.Ordinal);
        Stack<string> partly = new();
        foreach (DatatypeModel type in datatypes)
        {
            if (kinds[type.Name] == ProofKind.Test)
            {
                foreach (string other in PartsOf(type).Select(c => NameIn(c!)).OfType<string>())
                {
                    AddUser(users, other, type.Name);
                    if (KindIn(kinds, other) != ProofKind.Test)
                    {
                        partly.Push(other);
                    }
                }
            }
        }

        while (partly.Count > 0)
        {
            foreach (string user in users.TryGetValue(partly.Pop(), out List<string>? all) ? all : [])
            {
                if (kinds[user] == ProofKind.Test)
                {
                    kinds[user] = ProofKind.TestAndReading;
                    partly.Push(user);
                }
            }
        }

        return datatypes.Select(t => Tested(t, kinds) with { Proof = kinds[t.Name] }).ToEquatableArray();
    }

    private static void AddUser(Dictionary<string, List<string>> users, string name, string user)
    {
        if (!users.TryGetValue(name, out List<string>? all))
        {
            users[name] = all = [];
        }

        all.Add(user);
    }

    // As far as the type alone tells.
    private static ProofKind KindOf(DatatypeModel type) => type switch
    {
        _ when PartsOf(type).All(p => p is not null) => type is RecordModel { NamesProof: not null } ? ProofKind.TestAndReading : ProofKind.Test,
        RecordModel record when record.Properties.All(p => p.Check is not null || p.Proof is not null)
            && record.AdditionalProperties is not { Check: null, Proof: null } => ProofKind.TestAndReading,
        RecordModel or UnionModel or TupleModel => ProofKind.Reading,
        _ => ProofKind.None,
    };

    private static ProofKind KindIn(Dictionary<string, ProofKind> kinds, string name) => kinds.TryGetValue(name, out ProofKind kind) ? kind : ProofKind.None;

    // Of a value that reading validates there is no test.
    private static DatatypeModel Tested(DatatypeModel type, Dictionary<string, ProofKind> kinds) => type switch
    {
        RecordModel record => record with
        {
            Properties = record.Properties.Select(p => Tested(p, kinds)).ToEquatableArray(),
            AdditionalProperties = record.AdditionalProperties is { Check: { } check } others ? others with { Check = Tested(check, kinds) } : record.AdditionalProperties,
        },
        UnionModel union => union with { Cases = union.Cases.Select(c => c.Check is null ? c : c with { Check = Tested(c.Check, kinds) }).ToEquatableArray() },
        TupleModel tuple => tuple with
        {
            Items = tuple.Items.Select(i => i.Check is null ? i : i with { Check = Tested(i.Check, kinds) }).ToEquatableArray(),
            Rest = tuple.Rest is { Check: { } check } rest ? rest with { Check = Tested(check, kinds) } : tuple.Rest,
        },
        AliasModel { Check: { } check } alias => alias with { Check = Tested(check, kinds) },
        _ => type,
    };

    private static PropertyModel Tested(PropertyModel property, Dictionary<string, ProofKind> kinds) =>
        property.Check is { } check && Tested(check, kinds) is var tested && !ReferenceEquals(tested, check) ? property with { Check = tested } : property;

    private static CheckModel Tested(CheckModel check, Dictionary<string, ProofKind> kinds) => check switch
    {
        NamedCheck named => KindIn(kinds, named.Name) switch
        {
            ProofKind.Test => named,
            ProofKind.TestAndReading => named with { IsAsRead = true },
            _ => new TypeCheck(),
        },
        ListCheck list => Tested(list.Items, kinds) is var items && ReferenceEquals(items, list.Items) ? list : list with { Items = items },
        MapCheck map => Tested(map.Values, kinds) is var values && ReferenceEquals(values, map.Values) ? map : map with { Values = values },
        _ => check,
    };

    private static CheckModel?[] PartsOf(DatatypeModel type) => type switch
    {
        RecordModel { AdditionalProperties: { } others } record => [.. record.Properties.Select(p => p.Check), others.Check],
        RecordModel record => [.. record.Properties.Select(p => p.Check)],
        UnionModel union => [.. union.Cases.Select(c => c.Check)],
        TupleModel { Rest: { } rest } tuple => [.. tuple.Items.Select(i => i.Check), rest.Check],
        TupleModel tuple => [.. tuple.Items.Select(i => i.Check)],
        AliasModel alias => [alias.Check],
        _ => [null],
    };

    private static string? NameIn(CheckModel check) => check switch
    {
        NamedCheck named => named.Name,
        ListCheck list => NameIn(list.Items),
        MapCheck map => NameIn(map.Values),
        _ => null,
    };
}
