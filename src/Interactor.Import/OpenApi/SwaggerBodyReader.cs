using Interactor.Import.Documents;
using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>Reads the body of an operation of Swagger 2.0: a parameter in <c>body</c>, or those in <c>formData</c>.</summary>
internal sealed class SwaggerBodyReader(ImportContext context, ContentReader contents, SwaggerParameterReader parameters)
{
    public SpecBody? Read(Operation operation, IReadOnlyList<DocumentPlace> all)
    {
        if (all.FirstOrDefault(p => p.TextOf("in") == "body") is { } body)
        {
            ImportedSchema? schema = body.Find("schema") is { } own ? new ImportedSchema.Copied(own) : null;
            List<string> types = [.. Consumes(operation)];
            types = types.Count == 0 ? [MediaTypes.Json] : types;
            return new SpecBody(
                [.. types.Select(t => new SpecMedia(contents.NameOf(t, operation.Place), schema, body, []))], body.IsTrue("required"), body.TextOf("description"), body);
        }

        List<DocumentPlace> fields = [.. all.Where(p => p.TextOf("in") is "formData" or "form" && p.TextOf("name") is not null)];
        return fields.Count == 0 ? null : ReadForm(operation, fields);
    }

    private SpecBody ReadForm(Operation operation, List<DocumentPlace> fields)
    {
        bool hasFile = fields.Exists(f => f.TextOf("type") == "file");
        bool isMultipart = hasFile || (Consumes(operation).Any(t => MediaTypes.KindOf(t) == MediaKind.Multipart) && !Consumes(operation).Any(t => MediaTypes.KindOf(t) == MediaKind.Form));
        List<ImportedProperty> properties = [];
        List<ImportedEncoding> encodings = [];
        foreach (DocumentPlace field in fields)
        {
            string name = field.TextOf("name")!;
            properties.Add(new ImportedProperty(name, SwaggerParameterReader.SchemaOf(field), field.IsTrue("required")) { Description = field.TextOf("description") });
            (string? style, bool? explode) = parameters.StyleOf(field, name);
            if (style is not null || explode == false)
            {
                encodings.Add(new ImportedEncoding(name) { Style = style, Explode = explode });
            }
        }

        string type = isMultipart ? MediaTypes.Multipart : MediaTypes.Form;
        return new SpecBody(
            [new SpecMedia(type, new ImportedSchema.Composed(properties), operation.Place, encodings)], properties.Exists(p => p.IsRequired), null, operation.Place);
    }

    private IEnumerable<string> Consumes(Operation operation) =>
        operation.Place.Find("consumes") is not null ? operation.Place.TextsOf("consumes") : context.Top.TextsOf("consumes");
}
