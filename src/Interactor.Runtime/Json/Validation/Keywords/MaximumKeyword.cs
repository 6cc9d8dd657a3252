namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>maximum</c> (validation, section 6.2.2).</summary>
internal sealed class MaximumKeyword(KeywordSite site) : BoundKeyword(site, "at most")
{
    protected override bool Accepts(int comparison) => comparison <= 0;
}
