using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary>
/// <c>dependencies</c>, which later drafts split into <c>dependentRequired</c> and <c>dependentSchemas</c> and let validators keep
/// (2020-12 validation, appendix A).
/// </summary>
internal static class DependenciesKeyword
{
    public static IEnumerable<Keyword> Read(KeywordSite site) => site.Value.EnumerateObject().Select(Keyword (entry) =>
        entry.Value.ValueKind == JsonValueKind.Array ? new DependentRequiredKeyword(site, entry) : new DependentSchemasKeyword(site, entry));
}
