namespace Interactor.Runtime.Xml;

/// <summary>A property and what stands for it in an element.</summary>
internal sealed class XmlMember(int index, string jsonName, XmlPart part, bool isRequired)
{
    public int Index { get; } = index;

    public string JsonName { get; } = jsonName;

    public XmlPart Part { get; } = part;

    public bool IsRequired { get; } = isRequired;

    /// <summary>Each item is an element of the parent.</summary>
    public bool IsList { get; } = part.NodeType == XmlNodeKind.Element && !part.IsWrapped && part.Content.Type == XmlValueType.Array;

    /// <summary>What one element or attribute holds.</summary>
    public XmlPart? Site => IsList ? Part.Content.Items : Part;

    public string Name => (IsList ? Site?.Name : null) ?? Part.Name ?? JsonName;

    /// <summary>Whether something in this namespace can be the member: any will do where the schema names none.</summary>
    public bool IsIn(string uri) => (Site?.Namespace ?? Part.Namespace) is not { } own || own == uri;
}
