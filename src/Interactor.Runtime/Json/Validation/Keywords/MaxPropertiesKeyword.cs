namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>maxProperties</c> (validation, section 6.5.1).</summary>
internal sealed class MaxPropertiesKeyword(KeywordSite site)
    : ObjectKeyword(site.Name, $"must have at most {Words.Count(site.Count(), "member")}")
{
    public override int Limit { get; } = site.Count();

    public override bool AcceptsEnd(int count, scoped ReadOnlySpan<ulong> seen, ref Evaluation evaluation)
    {
        bool isValid = count <= Limit;
        if (!isValid)
        {
            evaluation.Errors?.Report(this);
        }

        return isValid;
    }
}
