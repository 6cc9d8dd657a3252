namespace Interactor.Runtime.Xml;

/// <summary>What a value is in its parent element (OpenAPI 3.2, <c>nodeType</c>).</summary>
internal enum XmlNodeKind
{
    Element,
    Attribute,
    Text,
    CData,
}
