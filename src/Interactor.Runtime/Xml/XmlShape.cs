using System.Text.Json;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Xml;

/// <summary>How one XML body is written from a JSON value, and read as one (OpenAPI 3.1, XML Object).</summary>
public sealed class XmlShape
{
    private readonly XmlShapes? _shapes;
    private readonly string _name;
    private XmlPart? _root;

    internal XmlShape(XmlShapes? shapes, string name)
    {
        _shapes = shapes;
        _name = name;
    }

    /// <summary>
    /// What is read where no schema says more: an element is text, or an object of its elements, its attributes (<c>@name</c>) and its text (<c>#text</c>);
    /// elements of one name are a list.
    /// </summary>
    public static XmlShape Generic { get; } = new(null, "");

    /// <summary>What the root element holds; null where no schema says so.</summary>
    internal XmlPart? Root => _shapes is null ? null : _root ??= _shapes.Part(_name);

    /// <summary>Writes a value as an XML document in UTF-8.</summary>
    /// <param name="value">The content of the root element.</param>
    /// <param name="root">The name of the root element where the shape has none, as <see cref="Generic"/> has.</param>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: the value holds a name or a character that XML 1.0 does not have.</exception>
    public byte[] Write(JsonValue value, string root = "root")
    {
        using MemoryStream xml = new();
        XmlBodyWriter.Write(value.Element, this, root, xml);
        return xml.ToArray();
    }

    /// <summary>Reads an XML document.</summary>
    /// <param name="xml">The document, in the encoding that its mark or its declaration names, else in UTF-8.</param>
    /// <returns>The content of its root element.</returns>
    /// <exception cref="InteractorException"><see cref="ErrorCode.ContractViolation"/>: it is not well-formed, has a document type (DTD), or is too deep or too large.</exception>
    public JsonValue Read(ReadOnlyMemory<byte> xml)
    {
        try
        {
            using PooledJson json = PooledJson.Rent();
            XmlBodyReader.Read(xml, encoding: null, this, json.Writer);
            return JsonValue.Parse(json.Written);
        }
        catch (Exception e) when (e is XmlBodyException or JsonException)
        {
            throw new InteractorException(ErrorCode.ContractViolation, $"This is no XML that is read: {e.Message}.");
        }
    }
}
