namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>minProperties</c> (validation, section 6.5.2).</summary>
internal sealed class MinPropertiesRule : Rule
{
    public override void Apply(Application application)
    {
        if (application is { Value.Kind: JsonKinds.Object, Schema.Object: { } keywords } && application.Value.Count < keywords.MinProperties)
        {
            application.Fail("minProperties")?.Say($"must have at least {Words.Count(keywords.MinProperties, "member")}");
        }
    }
}
