using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>dependentSchemas</c> (core, section 10.2.2.4).</summary>
internal sealed class DependentSchemasRule : Rule
{
    public override void Apply(Application application)
    {
        if (application is not { Value.Kind: JsonKinds.Object, Schema.Object.DependentSchemas: { Count: > 0 } schemas })
        {
            return;
        }

        HashSet<string> names = [.. application.Value.Members().Select(static m => m.Name!)];
        foreach ((string name, SchemaModel schema) in schemas)
        {
            if (names.Contains(name))
            {
                application.ApplyInPlace(schema, "dependentSchemas", name);
            }
        }
    }
}
