using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>anyOf</c> (core, section 10.2.1.2).</summary>
internal sealed class AnyOfRule : Rule
{
    public override void Apply(Application application)
    {
        IReadOnlyList<SchemaModel> schemas = application.Schema.InPlace?.AnyOf ?? [];
        bool isValid = schemas.Count == 0;
        foreach (SchemaModel schema in schemas)
        {
            isValid |= application.Test(schema).IsValid;
            if (isValid && !application.IsTracked)
            {
                return;
            }
        }

        if (!isValid)
        {
            Alternatives.Explain(application, "anyOf", schemas, $"must match at least one of the {schemas.Count} alternatives");
        }
    }
}
