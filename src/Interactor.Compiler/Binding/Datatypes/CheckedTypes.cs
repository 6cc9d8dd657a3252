using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Marks the types for which a cheap test is emitted: those whose every part has one.</summary>
internal static class CheckedTypes
{
    public static EquatableArray<DatatypeModel> Mark(EquatableArray<DatatypeModel> datatypes)
    {
        // Types refer to each other in circles, so each counts as tested until a part of it has no test.
        Dictionary<string, CheckModel[]> tested = new(StringComparer.Ordinal);
        foreach (DatatypeModel type in datatypes)
        {
            CheckModel?[] parts = PartsOf(type);
            if (parts.All(p => p is not null))
            {
                tested[type.Name] = parts!;
            }
        }

        string[] without;
        do
        {
            without = [.. tested.Where(t => t.Value.Any(c => NameIn(c) is { } other && !tested.ContainsKey(other))).Select(t => t.Key)];
            foreach (string name in without)
            {
                tested.Remove(name);
            }
        }
        while (without.Length > 0);

        return datatypes.Select(t => tested.ContainsKey(t.Name) ? t with { HasCheck = true } : t).ToEquatableArray();
    }

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
