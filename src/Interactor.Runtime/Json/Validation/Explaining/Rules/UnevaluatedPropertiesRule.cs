namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>unevaluatedProperties</c> (core, section 11.3).</summary>
internal sealed class UnevaluatedPropertiesRule : Rule
{
    public override void Apply(Application application)
    {
        // Where another schema for the object failed, what it would have evaluated is not known; its findings are the ones that count.
        if (application is not { Value.Kind: JsonKinds.Object, Schema.Object.UnevaluatedProperties: { } schema } || application.HasFailedInPlace)
        {
            return;
        }

        foreach (Instance member in application.Value.Members())
        {
            if (application.Evaluated?.HasName(member.Name!) == false)
            {
                application.Apply(schema, member, "unevaluatedProperties");
            }

            if (application.MustStop)
            {
                return;
            }
        }

        application.Evaluated?.AddAll();
    }
}
