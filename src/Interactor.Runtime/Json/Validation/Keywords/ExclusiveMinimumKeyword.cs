namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>exclusiveMinimum</c> (validation, section 6.2.5).</summary>
internal sealed class ExclusiveMinimumKeyword(KeywordSite site) : BoundKeyword(site, "greater than")
{
    protected override bool Accepts(int comparison) => comparison > 0;
}
