namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>maxItems</c> (validation, section 6.4.1).</summary>
internal sealed class MaxItemsKeyword(KeywordSite site) : ArrayKeyword(site.Name, $"must have at most {Words.Count(site.Count(), "item")}")
{
    public override int Limit { get; } = site.Count();

    public override bool AcceptsEnd(int count) => count <= Limit;
}
