namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>minItems</c> (validation, section 6.4.2).</summary>
internal sealed class MinItemsRule : Rule
{
    public override void Apply(Application application)
    {
        if (application is { Value.Kind: JsonKinds.Array, Schema.Array: { } array } && application.Value.Count < array.MinItems)
        {
            application.Fail("minItems")?.Say($"must have at least {Words.Count(array.MinItems, "item")}");
        }
    }
}
