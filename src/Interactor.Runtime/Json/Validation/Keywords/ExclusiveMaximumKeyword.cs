namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>exclusiveMaximum</c> (validation, section 6.2.3).</summary>
internal sealed class ExclusiveMaximumKeyword(KeywordSite site) : BoundKeyword(site, "less than")
{
    protected override bool Accepts(int comparison) => comparison < 0;
}
