using System.Text;

namespace Interactor.Runtime.Xml;

/// <summary>An element that was read.</summary>
internal sealed class XmlTree(string name, string uri)
{
    private string? _text;
    private StringBuilder? _more;

    public string Name { get; } = name;

    public string Namespace { get; } = uri;

    public List<XmlTreeAttribute> Attributes { get; } = [];

    public List<XmlTree> Elements { get; } = [];

    /// <summary>Its own text, without that of its elements.</summary>
    public string Text => _more?.ToString() ?? _text ?? "";

    public bool HasText => !string.IsNullOrWhiteSpace(Text);

    public bool IsNil { get; set; }

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
