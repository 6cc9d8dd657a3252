namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>maxItems</c> (validation, section 6.4.1).</summary>
internal sealed class MaxItemsRule : Rule
{
    public override void Apply(Application application)
    {
        if (application is { Value.Kind: JsonKinds.Array, Schema.Array: { } array } && application.Value.Count > array.MaxItems)
        {
            application.Fail("maxItems")?.Say($"must have at most {Words.Count(array.MaxItems, "item")}");
        }
    }
}
