namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>required</c> (validation, section 6.5.3); each missing member is a finding of its own.</summary>
internal sealed class RequiredRule : Rule
{
    public override void Apply(Application application)
    {
        if (application is not { Value.Kind: JsonKinds.Object, Schema.Object.Required: { Length: > 0 } required })
        {
            return;
        }

        HashSet<string> names = [.. application.Value.Members().Select(static m => m.Name!)];
        foreach (string name in required)
        {
            if (!names.Contains(name) && !application.MustStop)
            {
                application.Fail("required", missing: name)?.Say("is required");
            }
        }
    }
}
