namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>required</c> (validation, section 6.5.3); each missing member is a finding at the place where it should be.</summary>
internal sealed class RequiredKeyword : ObjectKeyword
{
    private readonly (string Name, int Index)[] _members;

    public RequiredKeyword(KeywordSite site)
        : base(site.Name, "is required")
    {
        _members = [.. site.Value.EnumerateArray().Select(e => e.GetString()!).Select(name => (name, site.Names.Add(name)))];
    }

    public override bool AcceptsEnd(int count, scoped ReadOnlySpan<ulong> seen, ref Evaluation evaluation)
    {
        bool isValid = true;
        foreach ((string name, int index) in _members)
        {
            if (!IsSeen(seen, index))
            {
                isValid = false;
                if (evaluation.MustStop)
                {
                    return false;
                }

                evaluation.Errors?.ReportMember(this, name, Message);
            }
        }

        return isValid;
    }
}
