namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>minItems</c> (validation, section 6.4.2).</summary>
internal sealed class MinItemsKeyword(KeywordSite site) : ArrayKeyword(site.Name, $"must have at least {Words.Count(site.Count(), "item")}")
{
    private readonly int _least = site.Count();

    public override bool AcceptsEnd(int count) => count >= _least;
}
