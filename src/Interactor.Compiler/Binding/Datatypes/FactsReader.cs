using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Finds what is certain about the values of schemas, through references and <c>allOf</c>.</summary>
internal sealed class FactsReader(DatatypeBinder datatypes)
{
    private const int MaximumTags = 64;

    private readonly Dictionary<MappingNode, SchemaFacts> _facts = [];
    private readonly HashSet<MappingNode> _open = [];

    public SchemaFacts Of(SyntaxNode node)
    {
        if (node is not MappingNode schema)
        {
            return node is ScalarNode { Kind: ScalarKind.Boolean, Text: "false" or "False" or "FALSE" } ? SchemaFacts.Of(JsonType.None) : SchemaFacts.None;
        }

        if (_facts.TryGetValue(schema, out SchemaFacts? known))
        {
            return known;
        }

        // A circle says nothing that is not said on its way, and neither does a chain without end.
        if (_open.Count >= DatatypeBinder.MaximumDepth || !_open.Add(schema))
        {
            return SchemaFacts.None;
        }

        SchemaFacts facts = Read(schema);
        _open.Remove(schema);
        return _facts[schema] = facts;
    }

    /// <summary>What is certain where all parts apply.</summary>
    public SchemaFacts Of(IEnumerable<ShapePart> parts) => parts.Aggregate(SchemaFacts.None, (facts, part) => facts.And(part switch
    {
        OwnPart own => ReadOwn(own.Schema),
        ReferencePart reference => datatypes.NodeOf(reference.Reference.Text) is { } target ? Of(target) : SchemaFacts.None,
        UnionPart union => AnyOf(union.Branches.Select(b => b.Node)),
        _ => throw new InvalidOperationException("The hierarchy of parts is closed."),
    }));

    /// <summary>The texts that a schema allows; null when it allows more than a few texts.</summary>
    public IReadOnlyCollection<string>? TextsOf(SyntaxNode? node) => TextsOf(node, []);

    private SchemaFacts Read(MappingNode schema)
    {
        SchemaFacts facts = ReadOwn(schema);
        if (schema.Find("$ref") is ScalarNode reference && datatypes.NodeOf(reference.Text) is { } target)
        {
            facts = facts.And(Of(target));
        }

        facts = ShapeReader.BranchesOf(schema, "allOf").Aggregate(facts, (all, part) => all.And(Of(part)));
        foreach (string keyword in (string[])["oneOf", "anyOf"])
        {
            IReadOnlyList<SyntaxNode> branches = ShapeReader.BranchesOf(schema, keyword);
            facts = branches.Count > 0 ? facts.And(AnyOf(branches)) : facts;
        }

        return facts;
    }

    private SchemaFacts AnyOf(IEnumerable<SyntaxNode> branches) =>
        branches.Where(b => !ShapeReader.IsNullOnly(b)).Select(Of).Aggregate((SchemaFacts?)null, (any, branch) => any?.Or(branch) ?? branch) is not { } facts
            ? SchemaFacts.Of(JsonType.Null)
            : branches.Any(ShapeReader.IsNullOnly) ? facts with { Kinds = facts.Kinds | JsonType.Null } : facts;

    private SchemaFacts ReadOwn(MappingNode schema)
    {
        Dictionary<string, IReadOnlyCollection<string>> tags = new(StringComparer.Ordinal);
        List<string> properties = [];
        foreach (MappingEntry entry in (schema.Find("properties") as MappingNode)?.Entries ?? [])
        {
            string name = JsonText.Plain(entry.Key);
            properties.Add(name);
            if (TextsOf(entry.Value) is { } texts)
            {
                tags[name] = texts;
            }
        }

        string[] required = schema.Find("required") is SequenceNode names ? [.. names.Items.OfType<ScalarNode>().Select(JsonText.Plain)] : [];
        bool isClosed = schema.Find("additionalProperties") is ScalarNode { Kind: ScalarKind.Boolean, Text: "false" or "False" or "FALSE" };
        return new SchemaFacts(KindsOf(schema), required, properties, tags)
        {
            HasNoOthers = isClosed && schema.Find("patternProperties") is null,
            LosesOthers = isClosed,
        };
    }

    private static JsonType KindsOf(MappingNode schema)
    {
        JsonType kinds = SchemaTypes.Of(schema);
        kinds = kinds == JsonType.None ? SchemaFacts.AllKinds : kinds;
        IReadOnlyList<SyntaxNode>? values = SchemaTypes.Values(schema);
        JsonType all = (kinds & JsonType.Number) != 0 ? kinds | JsonType.Integer : kinds;
        return values is null ? all : all & values.Aggregate(JsonType.None, (any, value) => any | SchemaTypes.OfValue(value));
    }

    // What was seen before has no texts, or the search would have ended there.
    private IReadOnlyCollection<string>? TextsOf(SyntaxNode? node, HashSet<SyntaxNode> seen)
    {
        if (node is not MappingNode schema || seen.Count >= DatatypeBinder.MaximumDepth || !seen.Add(schema))
        {
            return null;
        }

        IReadOnlyList<SyntaxNode>? values = SchemaTypes.Values(schema);
        if (values is { Count: > 0 and <= MaximumTags } && values.All(v => v is ScalarNode { Kind: ScalarKind.String }))
        {
            return [.. values.Cast<ScalarNode>().Select(JsonText.Plain)];
        }

        IEnumerable<SyntaxNode?> others = ShapeReader.BranchesOf(schema, "allOf");
        if (schema.Find("$ref") is ScalarNode reference)
        {
            others = others.Prepend(datatypes.NodeOf(reference.Text));
        }

        return others.Select(o => TextsOf(o, seen)).FirstOrDefault(t => t is not null);
    }
}
