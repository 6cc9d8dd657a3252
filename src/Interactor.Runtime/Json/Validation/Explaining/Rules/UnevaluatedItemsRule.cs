namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>unevaluatedItems</c> (core, section 11.2).</summary>
internal sealed class UnevaluatedItemsRule : Rule
{
    public override void Apply(Application application)
    {
        // Where another schema for the array failed, what it would have evaluated is not known; its findings are the ones that count.
        if (application is not { Value.Kind: JsonKinds.Array, Schema.Array.UnevaluatedItems: { } schema } || application.HasFailedInPlace)
        {
            return;
        }

        int index = 0;
        foreach (Instance item in application.Value.Items())
        {
            if (application.Evaluated?.HasItem(index++) == false)
            {
                application.Apply(schema, item, "unevaluatedItems");
            }

            if (application.MustStop)
            {
                return;
            }
        }

        application.Evaluated?.AddAll();
    }
}
