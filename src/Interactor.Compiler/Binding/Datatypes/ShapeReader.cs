using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Takes a schema apart into what shapes its C# type; what only narrows the values is the validator's.</summary>
internal static class ShapeReader
{
    private static readonly string[] ShapingKeywords = ["properties", "patternProperties", "items", "prefixItems", "enum", "const"];

    /// <summary>The keywords of unions, in the order in which they are looked at.</summary>
    public static readonly string[] UnionKeywords = ["oneOf", "anyOf"];

    /// <summary>The parts of schemas that apply to one value; those inside <c>allOf</c> are among them, those behind <c>$ref</c> are not.</summary>
    public static IReadOnlyList<ShapePart> Read(params IReadOnlyList<SchemaSite> sites)
    {
        List<ShapePart> parts = new(1);
        foreach (SchemaSite site in sites)
        {
            Add(site, parts);
        }

        // "type: object" beside a reference to an object, or around the branches of a union, shapes nothing.
        return parts.Count < 2 || parts.TrueForAll(IsBareType) ? parts : parts.FindAll(static p => !IsBareType(p));
    }

    /// <summary>Whether a schema says anything about the shape.</summary>
    public static bool HasShape(SyntaxNode node) => node is MappingNode schema
        && (schema.Find("$ref") is not null || HasOwnShape(schema) || AnyHasShape(schema, "allOf") || AnyHasShape(schema, "oneOf") || AnyHasShape(schema, "anyOf"));

    public static SyntaxList<SyntaxNode> BranchesOf(MappingNode schema, string keyword) =>
        schema.Find(keyword) is SequenceNode branches ? branches.Items : [];

    /// <summary>Null is the only value.</summary>
    public static bool IsNullOnly(SyntaxNode node) => node is MappingNode schema
        && (TypeValue.Read(schema.Find("type")) == JsonType.Null
            || schema.Find("const") is ScalarNode { Kind: ScalarKind.Null }
            || (schema.Find("enum") is SequenceNode { Items.Count: > 0 } values && values.Items.All(IsNull)));

    public static bool IsNull(SyntaxNode node) => node is ScalarNode { Kind: ScalarKind.Null };

    private static void Add(SchemaSite site, List<ShapePart> parts)
    {
        if (site.Node is not MappingNode schema)
        {
            return;
        }

        if (schema.Find("$ref") is ScalarNode reference)
        {
            parts.Add(new ReferencePart(schema, site.Place, reference));
        }

        foreach (SchemaSite part in SitesOf(schema, "allOf", site.Place))
        {
            Add(part, parts);
        }

        if (HasOwnShape(schema) || HasRequired(schema))
        {
            parts.Add(new OwnPart(schema, site.Place));
        }

        foreach (string keyword in UnionKeywords)
        {
            if (AnyHasShape(schema, keyword))
            {
                parts.Add(new UnionPart(schema, site.Place, keyword, SitesOf(schema, keyword, site.Place)));
            }
        }
    }

    private static SchemaSite[] SitesOf(MappingNode schema, string keyword, SchemaPlace place)
    {
        SyntaxList<SyntaxNode> branches = BranchesOf(schema, keyword);
        SchemaSite[] sites = branches.Count == 0 ? [] : new SchemaSite[branches.Count];
        for (int i = 0; i < sites.Length; i++)
        {
            sites[i] = new SchemaSite(branches[i], place.Branch(keyword, i));
        }

        return sites;
    }

    private static bool AnyHasShape(MappingNode schema, string keyword)
    {
        foreach (SyntaxNode branch in BranchesOf(schema, keyword))
        {
            if (HasShape(branch))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasOwnShape(MappingNode schema) => schema.Find("type") is not null || HasMoreThanType(schema);

    private static bool HasMoreThanType(MappingNode schema) =>
        schema.HasAny(ShapingKeywords)
        || schema.Find("additionalProperties") is MappingNode
        || (schema.Find("type") is not null && schema.Find("format") is not null);

    // Names of members shape an object that another part describes.
    private static bool HasRequired(MappingNode schema) => schema.Find("required") is SequenceNode { Items.Count: > 0 };

    private static bool IsBareType(ShapePart part) => part is OwnPart && !HasMoreThanType(part.Schema) && !HasRequired(part.Schema);
}
