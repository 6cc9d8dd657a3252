using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>Reads one parameter of OpenAPI 3.</summary>
internal sealed class ParameterReader(ImportContext context)
{
    public SpecParameter? Read(DocumentPlace place, string name, string location)
    {
        (ImportedSchema schema, bool isJson) = SchemaOf(place);
        if (place.IsTrue("allowEmptyValue"))
        {
            context.Log.Add(ImportRules.ParameterEmptyValue, place, name);
        }

        return new SpecParameter(name, location, place, schema)
        {
            IsRequired = place.IsTrue("required"),
            Description = place.TextOf("description"),
            IsDeprecated = place.IsTrue("deprecated"),
            Style = place.TextOf("style"),
            Explode = place.Flag("explode"),
            AllowReserved = place.IsTrue("allowReserved"),
            IsJson = isJson,
        };
    }

    private static (ImportedSchema Schema, bool IsJson) SchemaOf(DocumentPlace place)
    {
        if (place.Find("schema") is { } schema)
        {
            return (new ImportedSchema.Copied(schema), false);
        }

        if (place.Find("content")?.Members.FirstOrDefault() is { } content)
        {
            bool isJson = MediaTypes.KindOf(content.Token) == MediaKind.Json;
            return (content.Find("schema") is { } inner && isJson ? new ImportedSchema.Copied(inner) : isJson ? ImportedSchema.Any : ImportedSchema.PlainText, isJson);
        }

        return (ImportedSchema.PlainText, false);
    }
}
