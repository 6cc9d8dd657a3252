namespace Interactor.Compiler.Binding.Xml;

/// <summary>What a schema says under <c>xml</c> (OpenAPI 3.1 and 3.2, XML Object).</summary>
/// <param name="NodeType">The word of OpenAPI 3.2, into which <c>attribute</c> and <c>wrapped</c> are put; null for the usual one.</param>
internal sealed record XmlFacts(string? Name, string? Namespace, string? Prefix, string? NodeType)
{
    public const string Attribute = "attribute";
    public const string Element = "element";

    public static readonly XmlFacts None = new(null, null, null, null);

    /// <summary>These, and where they are silent the others.</summary>
    public XmlFacts Over(XmlFacts others) =>
        new(Name ?? others.Name, Namespace ?? others.Namespace, Namespace is null ? Prefix ?? others.Prefix : Prefix, NodeType ?? others.NodeType);
}
