namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>dependentRequired</c> (validation, section 6.5.4); each missing member is a finding of its own.</summary>
internal sealed class DependentRequiredRule : Rule
{
    public override void Apply(Application application)
    {
        if (application is not { Value.Kind: JsonKinds.Object, Schema.Object.DependentRequired: { Count: > 0 } dependent })
        {
            return;
        }

        HashSet<string> names = [.. application.Value.Members().Select(static m => m.Name!)];
        foreach ((string trigger, IReadOnlyList<string> required) in dependent)
        {
            foreach (string name in names.Contains(trigger) ? required : [])
            {
                if (!names.Contains(name) && !application.MustStop)
                {
                    application.Fail("dependentRequired", missing: name)?.Say($"is required when {trigger} is present");
                }
            }
        }
    }
}
