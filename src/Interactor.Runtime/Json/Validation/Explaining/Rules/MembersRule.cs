using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary>
/// <c>properties</c>, <c>patternProperties</c> and <c>additionalProperties</c>, which share the members out between them (core, section 10.3.2).
/// </summary>
internal sealed class MembersRule : Rule
{
    public override void Apply(Application application)
    {
        if (application is not { Value.Kind: JsonKinds.Object, Schema.Object: { } keywords }
            || (keywords.Properties.Count == 0 && keywords.PatternProperties.Length == 0 && keywords.AdditionalProperties is null))
        {
            return;
        }

        foreach (Instance member in application.Value.Members())
        {
            Apply(application, keywords, member);
            if (application.MustStop)
            {
                return;
            }
        }
    }

    private static void Apply(Application application, ObjectKeywords keywords, Instance member)
    {
        bool isEvaluated = keywords.Properties.TryGetValue(member.Name!, out SchemaModel? schema);
        if (schema is not null)
        {
            application.Apply(schema, member, "properties", member.Name);
        }

        foreach (PatternProperty pattern in keywords.PatternProperties)
        {
            if (application.IsMatch(pattern.Pattern, member.AsName(), "patternProperties", pattern.Text))
            {
                isEvaluated = true;
                application.Apply(pattern.Schema, member, "patternProperties", pattern.Text);
            }
        }

        if (!isEvaluated && keywords.AdditionalProperties is { } additional)
        {
            isEvaluated = true;
            application.Apply(additional, member, "additionalProperties");
        }

        if (isEvaluated)
        {
            application.Evaluated?.AddName(member.Name!);
        }
    }
}
