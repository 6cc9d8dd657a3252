using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Schemas.Resources;
using Interactor.Compiler.Schemas.Units;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Normal;

/// <summary>
/// Writes one unit in normal form: draft 2020-12 without identifiers, every <c>$ref</c> the name of a unit, keywords of older dialects as those
/// of the newest, and keywords that nobody knows left out.
/// </summary>
internal sealed class SchemaWriter(SchemaUnit unit, UnitTable units, SchemaChecker checker, NormalNodes nodes, SchemaReport report)
{
    /// <summary>What references to units start with.</summary>
    public const string ReferencePrefix = "#/datatypes/";

    public SchemaUnit Unit => unit;

    public NormalNodes Nodes => nodes;

    public SyntaxNode Write(bool withSource)
    {
        SyntaxNode node = WriteBody(unit.Location);
        if (!withSource || node is not MappingNode mapping)
        {
            return node;
        }

        ScalarNode source = NormalNodes.Word(node, $"{unit.Location.Resource.Uri}#{unit.Location.Pointer}");
        return NormalNodes.Mapping(node, [new MappingEntry(NormalNodes.Word(node, "$source"), nodes.Text(source)), .. mapping.Entries]);
    }

    /// <summary>A reference to a unit.</summary>
    public static ScalarNode ReferenceTo(SyntaxNode like, SchemaUnit target) => NormalNodes.Word(like, ReferencePrefix + target.Key);

    /// <summary>A schema inside this one: itself, or a reference where it is a unit.</summary>
    public SyntaxNode WriteInner(SchemaLocation around, SyntaxNode node)
    {
        if (around.Resource.Find(node) is not { } inner)
        {
            report.Wrong(node, SchemaValue.Form, "A schema");
            return NormalNodes.True(node);
        }

        if (unit.IsCut(inner))
        {
            return NormalNodes.True(node);
        }

        return units.Inner(unit, inner) is { } other ? NormalNodes.Mapping(node, "$ref", ReferenceTo(node, other)) : WriteBody(inner);
    }

    private SyntaxNode WriteBody(SchemaLocation location)
    {
        if (location.Node is not MappingNode schema)
        {
            return SchemaValue.Is(location.Node) ? location.Node : NormalNodes.True(location.Node);
        }

        NormalSchema normal = new(schema);
        NormalSchema around = new(schema);
        bool isWrapped = NullableRewriter.Wraps(location, schema);
        foreach ((SchemaKeyword keyword, MappingEntry entry) in checker.UsableKeywords(location))
        {
            if (unit.IsWithoutUnion && location == unit.Location && SchemaUnit.UnionKeywords.Contains(keyword.Name))
            {
                continue;
            }

            NormalSchema target = isWrapped && keyword.IsAnnotation ? around : normal;
            KeywordRewriters.Rewrite(new KeywordUse(keyword, entry, location, schema, this), target);
        }

        return isWrapped ? NullableRewriter.Wrap(normal, around, schema) : normal.ToNode();
    }
}
