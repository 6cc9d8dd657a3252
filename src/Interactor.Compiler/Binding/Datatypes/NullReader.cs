using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Tells what is sure of null and of the kinds of a schema's values; what is only likely does not count.</summary>
internal sealed class NullReader(DatatypeBinder datatypes)
{
    private const int MaximumDepth = 4;

    /// <summary>Whether null certainly matches a schema.</summary>
    public bool IsValid(SyntaxNode schema) => IsValid(schema, depth: 0);

    /// <summary>The types that a value which matches may certainly not leave.</summary>
    public JsonType KindsOf(SyntaxNode node)
    {
        if (datatypes.Follow(node) is not MappingNode schema)
        {
            return SchemaFacts.AllKinds;
        }

        JsonType types = TypeValue.Read(schema.Find("type"));
        types = types == JsonType.None ? SchemaFacts.AllKinds : (types & JsonType.Number) != 0 ? types | JsonType.Integer : types;
        return SchemaTypes.Values(schema) is { } values ? types & values.Aggregate(JsonType.None, (any, v) => any | TypeValue.TypeOf(v)) : types;
    }

    /// <summary>The other branch of a schema that only adds null to it; null where the schema is of another form.</summary>
    public static SyntaxNode? OrNull(MappingNode schema) =>
        schema.Find("type") is null
        && BranchesOf(schema) is [var first, var second]
        && ShapeReader.IsNullOnly(first) != ShapeReader.IsNullOnly(second)
            ? ShapeReader.IsNullOnly(first) ? second : first
            : null;

    /// <summary>The branches of a schema that says nothing beside them; empty for all others.</summary>
    public static IReadOnlyList<SyntaxNode> BranchesOf(MappingNode schema) =>
        CheckKeywords.HasOnly(schema, "oneOf", "anyOf", "discriminator") && schema.Find("type") is null && schema.Find("oneOf") is null != (schema.Find("anyOf") is null)
            ? ((schema.Find("oneOf") ?? schema.Find("anyOf")) as SequenceNode)?.Items.ToArray() ?? []
            : [];

    private bool IsValid(SyntaxNode node, int depth)
    {
        if (depth > MaximumDepth)
        {
            return false;
        }

        if (datatypes.Follow(node) is not MappingNode schema)
        {
            return node is ScalarNode { Kind: ScalarKind.Boolean, Text: "true" or "True" or "TRUE" };
        }

        IReadOnlyList<SyntaxNode> branches = BranchesOf(schema);
        if (branches.Count > 0)
        {
            SyntaxNode[] valid = [.. branches.Where(b => IsValid(b, depth + 1))];
            return valid.Length > 0
                && (schema.Find("oneOf") is null || branches.All(b => ReferenceEquals(b, valid[0]) || (KindsOf(b) & JsonType.Null) == 0));
        }

        return schema.Entries.All(e => KeywordTable.Find(e.Key.Text) is not { IsInPlace: true })
            && (schema.Find("type") is not { } types || (TypeValue.Read(types) & JsonType.Null) != 0)
            && (schema.Find("const") is not { } constant || ShapeReader.IsNull(constant))
            && (schema.Find("enum") is not { } values || (values as SequenceNode)?.Items.Any(ShapeReader.IsNull) == true);
    }
}
