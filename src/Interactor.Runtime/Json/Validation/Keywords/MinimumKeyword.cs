namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>minimum</c> (validation, section 6.2.4).</summary>
internal sealed class MinimumKeyword(KeywordSite site) : BoundKeyword(site, "at least")
{
    protected override bool Accepts(int comparison) => comparison >= 0;
}
