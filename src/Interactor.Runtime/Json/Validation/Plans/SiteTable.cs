using System.Collections.Concurrent;
using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>The sites where several schemas meet, each made once, so that recursive schemas end.</summary>
internal static class SiteTable
{
    /// <summary>The site where these schemas, all different, must all hold.</summary>
    public static Site Of(SchemaModel[] schemas) => schemas.Length == 1 ? Site.Of(schemas[0]) : Find([schemas]);

    /// <summary>The site with several roots.</summary>
    public static Site Of(SchemaModel[][] roots) => roots.Length == 1 ? Of(roots[0]) : Find(roots);

    // Kept by the first schema of the first root, so that they live as long as their schemas.
    private static Site Find(SchemaModel[][] roots)
    {
        ConcurrentDictionary<SchemaModel[][], Site> sites = roots[0][0].Meetings;
        return sites.GetOrAdd(roots, static r => new Site(r));
    }
}
