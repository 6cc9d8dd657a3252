using System.Text.Json;
using Interactor.Compiler.Model;
using Interactor.Runtime.Xml;

namespace Interactor.Testing.Samples;

/// <summary>The schemas of a connector's datatypes as JSON.</summary>
internal sealed class SchemaSource(ConnectorModel connector)
{
    private static readonly JsonElement Anything = JsonDocument.Parse("true").RootElement;

    private readonly XmlShapes _shapes = new(connector.XmlShapes?.Json ?? "{}");
    private readonly Dictionary<string, JsonElement> _byName = new(StringComparer.Ordinal);

    /// <summary>The schema that a contract names; anything goes where it names none.</summary>
    public JsonElement Of(ContractModel contract) => contract.Schema is { } reference ? At(OfDatatype(reference.Datatype), reference.Pointer) : Anything;

    /// <summary>The schema behind a <c>$ref</c>: <c>#/datatypes/Draft</c>, or a pointer below one.</summary>
    public JsonElement Resolve(string reference)
    {
        foreach (DatatypeReference known in connector.Datatypes.Select(d => d.Schema).OfType<OwnSchemaText>().SelectMany(s => s.References))
        {
            if (known.Reference == reference)
            {
                return OfDatatype(known.Name);
            }
        }

        return Anything;
    }

    /// <summary>How a body is written as XML; the generic way where no schema says more.</summary>
    public XmlShape ShapeOf(XmlShapeModel? shape) => shape is null ? XmlShape.Generic : _shapes.Of(shape.Name);

    private JsonElement OfDatatype(string name)
    {
        if (!_byName.TryGetValue(name, out JsonElement schema))
        {
            schema = connector.Datatypes.FirstOrDefault(d => d.Name == name)?.Schema switch
            {
                OwnSchemaText own => JsonDocument.Parse(own.Json).RootElement,
                NestedSchemaText nested => At(OfDatatype(nested.Reference.Datatype), nested.Reference.Pointer),
                _ => Anything,
            };
            _byName[name] = schema;
        }

        return schema;
    }

    // JSON Pointer (RFC 6901).
    private static JsonElement At(JsonElement schema, string pointer)
    {
        foreach (string part in pointer.Split('/').Skip(1).Select(p => p.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        {
            if (schema.ValueKind == JsonValueKind.Array && int.TryParse(part, out int index) && index < schema.GetArrayLength())
            {
                schema = schema[index];
            }
            else if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty(part, out schema))
            {
                return Anything;
            }
        }

        return schema;
    }
}
