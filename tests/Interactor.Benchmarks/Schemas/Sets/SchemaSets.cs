namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>Every set, in the order of the table.</summary>
internal static class SchemaSets
{
    public static IReadOnlyList<SchemaSet> All { get; } =
    [
        SmallRecordSet.Set,
        GeoJsonSet.Set,
        WideObjectSet.Set,
        LargeArraySet.Set,
        UnionSets.TagFirst,
        UnionSets.TagLast,
        UntaggedUnionSet.Set,
        FormatsSet.Set,
        MapsSet.Set,
        UnevaluatedSet.Set,
        TreeSet.Set,
        EscapesSet.Set,
        NumbersSet.Set,
        EnumsSet.Set,
        TuplesSet.Set,
        SparseSet.Set,
        OpenApiSet.Set,
        PackageSet.Set,
        CloudEventsSet.Set,
        UniqueItemsSet.Set,
    ];

    public static SchemaSet? Find(string name) => All.FirstOrDefault(s => s.Name == name);
}
