using System.Collections.Frozen;
using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>Reads one parameter of Swagger 2.0 that is no body. Its schema stands among its own keys.</summary>
internal sealed class SwaggerParameterReader(ImportContext context)
{
    /// <summary>The keys of a parameter that are no keywords of its schema.</summary>
    public static readonly IReadOnlySet<string> OwnKeys =
        new[] { "name", "in", "required", "description", "collectionFormat", "allowEmptyValue", "schema", "deprecated" }.ToFrozenSet(StringComparer.Ordinal);

    public SpecParameter Read(DocumentPlace place, string name, string location)
    {
        (string? style, bool? explode) = StyleOf(place, name);
        if (place.IsTrue("allowEmptyValue"))
        {
            context.Log.Add(ImportRules.ParameterEmptyValue, place, name);
        }

        return new SpecParameter(name, location, place, SchemaOf(place))
        {
            IsRequired = place.IsTrue("required"),
            Description = place.TextOf("description"),
            Style = style,
            Explode = explode,
            Fixed = context.Options.FixedValueOf?.Invoke(place),
        };
    }

    /// <summary>The schema of a parameter or of a field of a form.</summary>
    public static ImportedSchema SchemaOf(DocumentPlace place) =>
        place.Find("schema") is { } schema ? new ImportedSchema.Copied(schema)
        : place.TextOf("type") is not null || place.Find("enum") is not null ? new ImportedSchema.Copied(place) { Without = OwnKeys }
        : ImportedSchema.PlainText;

    /// <summary>What collectionFormat is in OpenAPI 3; lists are separated by commas where nothing is said.</summary>
    public (string? Style, bool? Explode) StyleOf(DocumentPlace place, string name)
    {
        if (place.TextOf("type") != "array")
        {
            return (null, null);
        }

        switch (place.TextOf("collectionFormat")?.Trim())
        {
            case "multi":
                return (null, true);
            case "ssv":
                return ("spaceDelimited", false);
            case "pipes":
                return ("pipeDelimited", false);
            case "csv" or null or "":
                return (null, false);
            case var other:
                context.Log.Add(ImportRules.ParameterStyle, place, other, name, "form");
                return (null, false);
        }
    }
}
