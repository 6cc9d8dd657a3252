using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Which types stand together: a datatype and those whose schemas stand inside its own.</summary>
internal static class DatatypeGroups
{
    /// <summary>The types of each group by the name of its first, in the order of these names.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<DatatypeModel> Types)> Of(EquatableArray<DatatypeModel> types) => types
        .GroupBy(OwnerOf, StringComparer.Ordinal)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => (g.Key, (IReadOnlyList<DatatypeModel>)[.. g.OrderBy(t => t.Name != g.Key).ThenBy(t => t.Name, StringComparer.Ordinal)]));

    private static string OwnerOf(DatatypeModel type) => type.Schema is NestedSchemaText nested ? nested.Reference.Datatype : type.Name;
}
