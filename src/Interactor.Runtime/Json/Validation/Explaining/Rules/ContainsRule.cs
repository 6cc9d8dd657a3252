namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>contains</c> (core, section 10.3.1.3) with its <c>minContains</c> and <c>maxContains</c> (validation, sections 6.4.4 and 6.4.5).</summary>
internal sealed class ContainsRule : Rule
{
    public override void Apply(Application application)
    {
        if (application is not { Value.Kind: JsonKinds.Array, Schema.Array: { Contains: { } schema } array })
        {
            return;
        }

        int index = 0;
        int count = 0;
        foreach (Instance item in application.Value.Items())
        {
            if (application.Matches(schema, item))
            {
                count++;
                if (array.ContainsEvaluates)
                {
                    application.Evaluated?.AddItem(index);
                }
            }

            index++;
        }

        if (count < array.MinContains)
        {
            application.Fail(array.MinContains == 1 ? "contains" : "minContains")?.Say($"must have at least {Words.Count(array.MinContains, "item")} of the kind that the schema asks for");
        }

        if (count > array.MaxContains)
        {
            application.Fail("maxContains")?.Say($"must have at most {Words.Count(array.MaxContains, "item")} of the kind that the schema asks for");
        }
    }
}
