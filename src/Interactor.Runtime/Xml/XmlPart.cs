using System.Text.Json;

namespace Interactor.Runtime.Xml;

/// <summary>An excerpt of a schema: which element, attribute or text a value is, and what it holds.</summary>
internal sealed class XmlPart
{
    private readonly XmlShapes _shapes;
    private readonly string? _reference;
    private readonly Lazy<XmlMembers> _members;

    // Found once: what a name refers to does not change, and whoever finds it again finds the same.
    private XmlPart? _content;

    public XmlPart(XmlShapes shapes, JsonElement excerpt)
    {
        _shapes = shapes;
        _reference = Text(excerpt, "$ref");
        Type = TypeOf(Text(excerpt, "type"), Text(excerpt, "format"));
        Items = excerpt.TryGetProperty("items", out JsonElement items) ? new XmlPart(shapes, items) : null;
        Values = excerpt.TryGetProperty("additionalProperties", out JsonElement values) ? new XmlPart(shapes, values) : null;
        _members = new Lazy<XmlMembers>(() => new XmlMembers(shapes, excerpt));
        if (excerpt.TryGetProperty("xml", out JsonElement xml))
        {
            Name = Text(xml, "name");
            Namespace = Text(xml, "namespace");
            Prefix = Text(xml, "prefix");
            string? node = Text(xml, "nodeType");
            NodeType = node switch { "attribute" => XmlNodeKind.Attribute, "text" => XmlNodeKind.Text, "cdata" => XmlNodeKind.CData, _ => XmlNodeKind.Element };
            IsWrapped = node == "element";
        }
    }

    /// <summary>The name of the element or attribute; null for that of the property.</summary>
    public string? Name { get; }

    /// <summary>The namespace; null for the default one of where it stands.</summary>
    public string? Namespace { get; }

    public string? Prefix { get; }

    public XmlNodeKind NodeType { get; }

    /// <summary>A list has an element of its own around those of its items.</summary>
    public bool IsWrapped { get; }

    public XmlValueType Type { get; }

    public XmlPart? Items { get; }

    /// <summary>What members hold that have no name in the schema; null for anything.</summary>
    public XmlPart? Values { get; }

    public XmlMembers Members => _members.Value;

    /// <summary>What it holds: the schema that it refers to, or itself.</summary>
    public XmlPart Content => _content ??= _reference is null ? this : _shapes.Part(_reference).Content;

    private static XmlValueType TypeOf(string? type, string? format) => type switch
    {
        "object" => XmlValueType.Object,
        "array" => XmlValueType.Array,
        "string" => format is null ? XmlValueType.Text : XmlValueType.FormattedText,
        "number" => XmlValueType.Number,
        "boolean" => XmlValueType.Boolean,
        _ => XmlValueType.Any,
    };

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
