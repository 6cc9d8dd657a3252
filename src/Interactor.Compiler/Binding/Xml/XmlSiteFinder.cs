using Interactor.Compiler.Binding.Datatypes;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Xml;

/// <summary>Finds what a schema leads to through references, and through unions and <c>allOf</c> of one part.</summary>
internal sealed class XmlSiteFinder(DatatypeBinder datatypes, XmlFactsReader reader)
{
    private static readonly string[] Parts = ["allOf", "anyOf", "oneOf"];

    public XmlSite Find(SyntaxNode node) => Find(node, depth: 0);

    private XmlSite Find(SyntaxNode node, int depth)
    {
        if (node is not MappingNode schema || depth == DatatypeBinder.MaximumDepth)
        {
            return new XmlSite(XmlFacts.None, null, node);
        }

        XmlFacts own = reader.Read(schema);
        if (schema.Find("$ref") is ScalarNode reference && CheckKeywords.HasOnly(schema, "$ref"))
        {
            return new XmlSite(own.Over(datatypes.NodeOf(reference.Text) is { } target ? Find(target, depth + 1).Facts : XmlFacts.None), reference, node);
        }

        SyntaxNode[] parts = [.. Parts.SelectMany(k => (schema.Find(k) as SequenceNode)?.Items.ToArray() ?? []).Where(p => !IsNull(p))];
        XmlFacts facts = parts.OfType<MappingNode>().Where(p => p.Find("$ref") is null).Aggregate(own, (all, part) => all.Over(reader.Read(part)));
        SyntaxNode[] substance = [.. parts.Where(p => p is not MappingNode part || !CheckKeywords.HasOnly(part))];
        if (substance.Length != 1 || !CheckKeywords.HasOnly(schema, Parts))
        {
            return new XmlSite(facts, null, node);
        }

        XmlSite inner = Find(substance[0], depth + 1);
        return inner with { Facts = facts.Over(inner.Facts) };
    }

    private static bool IsNull(SyntaxNode part) => part is MappingNode mapping && mapping.Find("type") is ScalarNode { Text: "null" };
}
