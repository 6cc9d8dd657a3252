namespace Interactor.Runtime.Xml;

/// <summary>An attribute that was read.</summary>
internal readonly record struct XmlTreeAttribute(string Name, string Namespace, string Value);
