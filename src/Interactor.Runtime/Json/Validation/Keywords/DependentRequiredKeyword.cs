using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>dependentRequired</c> (validation, section 6.5.4): one of its members, with those that it asks for.</summary>
internal sealed class DependentRequiredKeyword : ObjectKeyword
{
    private readonly int _trigger;

    private readonly (string Name, int Index)[] _members;

    public DependentRequiredKeyword(KeywordSite site, JsonProperty entry)
        : base(site.Name, $"is required when {entry.Name} is present")
    {
        _trigger = site.Names.Add(entry.Name);
        _members = [.. entry.Value.EnumerateArray().Select(e => e.GetString()!).Select(name => (name, site.Names.Add(name)))];
    }

    public static IEnumerable<Keyword> Read(KeywordSite site) =>
        site.Value.EnumerateObject().Select(entry => new DependentRequiredKeyword(site, entry));

    public override bool AcceptsEnd(int count, scoped ReadOnlySpan<ulong> seen, ref Evaluation evaluation)
    {
        bool isValid = true;
        foreach ((string name, int index) in IsSeen(seen, _trigger) ? _members : [])
        {
            if (!IsSeen(seen, index))
            {
                isValid = false;
                evaluation.Errors?.ReportMember(this, name, Message);
            }
        }

        return isValid;
    }
}
