using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>oneOf</c> (core, section 10.2.1.3).</summary>
internal sealed class OneOfRule : Rule
{
    public override void Apply(Application application)
    {
        IReadOnlyList<SchemaModel> schemas = application.Schema.InPlace?.OneOf ?? [];
        int matches = 0;
        foreach (SchemaModel schema in schemas)
        {
            matches += application.Test(schema).IsValid ? 1 : 0;
        }

        if (schemas.Count > 0 && matches == 0)
        {
            Alternatives.Explain(application, "oneOf", schemas, $"must match exactly one of the {schemas.Count} alternatives");
        }
        else if (matches > 1)
        {
            application.Fail("oneOf")?.Say($"must match exactly one of the {schemas.Count} alternatives, and matches {matches}");
        }
    }
}
