using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Tells the values that no text for people may show: passwords, and what is sent and never answered.</summary>
internal sealed class SecretReader(DatatypeBinder datatypes)
{
    private const int MaximumDepth = 16;

    private static readonly string[] Lists = ["allOf", "anyOf", "oneOf", "prefixItems"];
    private static readonly string[] Parts = ["items", "additionalProperties"];

    /// <summary>Whether a value, or one of those that it is a list or a map of, is secret. A record inside it tells its own secrets.</summary>
    public bool IsSecret(IEnumerable<SyntaxNode> schemas) => schemas.Any(IsSecret);

    private bool IsSecret(SyntaxNode schema) => IsSecret(schema, depth: 0);

    /// <summary>Whether the members that objects have beside their properties are secret.</summary>
    public bool IsSecretMap(IEnumerable<SyntaxNode> objects) =>
        objects.OfType<MappingNode>().Any(o => IsSecret(o.Find("additionalProperties"), depth: 0) || Values(o.Find("patternProperties")).Any(v => IsSecret(v, depth: 0)));

    private static IEnumerable<SyntaxNode> Values(SyntaxNode? node) => (node as MappingNode)?.Entries.Select(e => e.Value) ?? [];

    private bool IsSecret(SyntaxNode? node, int depth) => node is MappingNode schema && depth < MaximumDepth
        && (schema.Find("format") is ScalarNode { Text: "password" }
            || schema.Find("writeOnly") is ScalarNode { Kind: ScalarKind.Boolean, Text: "true" or "True" or "TRUE" }
            || (schema.Find("$ref") is ScalarNode reference && IsSecret(datatypes.NodeOf(reference.Text), depth + 1))
            || HasSecretPart(schema, depth + 1));

    private bool HasSecretPart(MappingNode schema, int depth)
    {
        foreach (string keyword in Lists)
        {
            foreach (SyntaxNode branch in ShapeReader.BranchesOf(schema, keyword))
            {
                if (IsSecret(branch, depth))
                {
                    return true;
                }
            }
        }

        foreach (string keyword in Parts)
        {
            if (IsSecret(schema.Find(keyword), depth))
            {
                return true;
            }
        }

        return false;
    }
}
