namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>minProperties</c> (validation, section 6.5.2).</summary>
internal sealed class MinPropertiesKeyword(KeywordSite site)
    : ObjectKeyword(site.Name, $"must have at least {Words.Count(site.Count(), "member")}")
{
    private readonly int _least = site.Count();

    public override bool AcceptsEnd(int count, scoped ReadOnlySpan<ulong> seen, ref Evaluation evaluation)
    {
        bool isValid = count >= _least;
        if (!isValid)
        {
            evaluation.Errors?.Report(this);
        }

        return isValid;
    }
}
