using System.Collections.Concurrent;
using System.Text.Json;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Xml;

/// <summary>How the XML bodies of a connector are written and read: excerpts of its schemas by name, which are read when they are first asked for.</summary>
public sealed class XmlShapes
{
    private readonly Lazy<JsonElement> _excerpts;
    private readonly ConcurrentDictionary<string, XmlPart> _parts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, XmlShape> _shapes = new(StringComparer.Ordinal);

    /// <summary>Keeps the excerpts.</summary>
    /// <param name="json">
    /// An object with an excerpt for each name. An excerpt has the keywords <c>type</c>, <c>format</c>, <c>properties</c>, <c>required</c>, <c>items</c>,
    /// <c>additionalProperties</c> and <c>xml</c> (OpenAPI 3.1, XML Object), or <c>$ref</c> with the name of another one.
    /// </param>
    public XmlShapes(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        _excerpts = new Lazy<JsonElement>(() => JsonElement.Parse(json, new JsonDocumentOptions { MaxDepth = JsonScanner.DefaultMaxDepth }));
    }

    /// <summary>The shape of a body whose root element has the content of an excerpt: the same one each time.</summary>
    /// <param name="name">The name of the excerpt.</param>
    public XmlShape Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _shapes.GetOrAdd(name, static (own, shapes) => new XmlShape(shapes, own), this);
    }

    internal XmlPart Part(string name) => _parts.GetOrAdd(name, static (own, shapes) => new XmlPart(shapes, shapes._excerpts.Value.GetProperty(own)), this);
}
