using System.Collections.Concurrent;
using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>The sites where several schemas meet, each made once, so that recursive schemas end.</summary>
internal static class SiteTable
{
    /// <summary>The site where these schemas must all hold.</summary>
    public static Site Of(IReadOnlyCollection<SchemaModel> schemas)
    {
        SchemaModel[] distinct = [.. schemas.Distinct()];
        return distinct.Length == 1 ? Site.Of(distinct[0]) : Find([distinct]);
    }

    /// <summary>The site with several roots.</summary>
    public static Site Of(IReadOnlyList<SchemaModel[]> roots) => roots.Count == 1 ? Of(roots[0]) : Find([.. roots]);

    // Kept by the first schema of the first root, so that they live as long as their schemas.
    private static Site Find(SchemaModel[][] roots)
    {
        ConcurrentDictionary<SchemaModel[][], Site> sites = roots[0][0].Meetings;
        return sites.GetOrAdd(roots, static r => new Site(r));
    }
}
