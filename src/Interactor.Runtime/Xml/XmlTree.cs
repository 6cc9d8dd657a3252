using System.Runtime.InteropServices;
using System.Text;

namespace Interactor.Runtime.Xml;

/// <summary>An element that was read.</summary>
internal sealed class XmlTree(string name, string uri)
{
    // Most elements have no attributes, and most are leaves.
    private List<XmlTree>? _elements;
    private List<XmlTreeAttribute>? _attributes;
    private string? _text;
    private StringBuilder? _more;

    public string Name { get; } = name;

    public string Namespace { get; } = uri;

    public ReadOnlySpan<XmlTreeAttribute> Attributes => CollectionsMarshal.AsSpan(_attributes);

    public ReadOnlySpan<XmlTree> Elements => CollectionsMarshal.AsSpan(_elements);

    /// <summary>Its own text, without that of its elements.</summary>
    public string Text => _more?.ToString() ?? _text ?? "";

    public bool HasText => !string.IsNullOrWhiteSpace(Text);

    public bool IsNil { get; set; }

    public void Add(XmlTree element) => (_elements ??= []).Add(element);

    public void Add(XmlTreeAttribute attribute) => (_attributes ??= []).Add(attribute);

    public void AddText(string text)
    {
        if (_text is null)
        {
            _text = text;
        }
        else
        {
            (_more ??= new StringBuilder(_text)).Append(text);
        }
    }
}
