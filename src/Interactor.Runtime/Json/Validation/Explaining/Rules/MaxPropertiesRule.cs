namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>maxProperties</c> (validation, section 6.5.1).</summary>
internal sealed class MaxPropertiesRule : Rule
{
    public override void Apply(Application application)
    {
        if (application is { Value.Kind: JsonKinds.Object, Schema.Object: { } keywords } && application.Value.Count > keywords.MaxProperties)
        {
            application.Fail("maxProperties")?.Say($"must have at most {Words.Count(keywords.MaxProperties, "member")}");
        }
    }
}
