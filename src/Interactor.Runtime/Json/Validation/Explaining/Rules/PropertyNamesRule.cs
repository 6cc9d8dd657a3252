namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>propertyNames</c> (core, section 10.3.2.4).</summary>
internal sealed class PropertyNamesRule : Rule
{
    public override void Apply(Application application)
    {
        if (application is { Value.Kind: JsonKinds.Object, Schema.Object.PropertyNames: { } schema })
        {
            foreach (Instance member in application.Value.Members())
            {
                application.Apply(schema, member.AsName(), "propertyNames");
                if (application.MustStop)
                {
                    return;
                }
            }
        }
    }
}
