using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Finds what is certain about the values of schemas, through references and <c>allOf</c>.</summary>
internal sealed class FactsReader(DatatypeBinder datatypes)
{
    private const int MaximumTags = 64;

    private readonly Dictionary<MappingNode, SchemaFacts> _facts = [];
    private readonly Dictionary<MappingNode, SchemaFacts> _own = [];
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
    public SchemaFacts Of(IEnumerable<ShapePart> parts) => parts.Aggregate(SchemaFacts.None, (facts, part) => facts.And(Of(part)));

    /// <summary>The types that are left where all parts apply.</summary>
    public JsonType KindsOf(IReadOnlyList<ShapePart> parts)
    {
        JsonType kinds = SchemaFacts.AllKinds;
        for (int i = 0; i < parts.Count; i++)
        {
            kinds &= KindsOf(parts[i]);
        }

        return kinds;
    }

    public JsonType KindsOf(ShapePart part) => part is OwnPart own ? KindsOf(own.Schema) : Of(part).Kinds;

    /// <summary>The texts that a schema allows; null when it allows more than a few texts.</summary>
    public IReadOnlyCollection<string>? TextsOf(SyntaxNode? node) => TextsOf(node, null);

    private SchemaFacts Of(ShapePart part) => part switch
    {
        OwnPart own => ReadOwn(own.Schema),
        ReferencePart reference => datatypes.NodeOf(reference.Reference.Text) is { } target ? Of(target) : SchemaFacts.None,
        UnionPart union => AnyOf([.. union.Branches.Select(b => b.Node)]),
        _ => throw new InvalidOperationException("The hierarchy of parts is closed."),
    };

    private SchemaFacts Read(MappingNode schema)
    {
        SchemaFacts facts = ReadOwn(schema);
        if (schema.Find("$ref") is ScalarNode reference && datatypes.NodeOf(reference.Text) is { } target)
        {
            facts = facts.And(Of(target));
        }

        foreach (SyntaxNode part in ShapeReader.BranchesOf(schema, "allOf"))
        {
            facts = facts.And(Of(part));
        }

        foreach (string keyword in ShapeReader.UnionKeywords)
        {
            SyntaxList<SyntaxNode> branches = ShapeReader.BranchesOf(schema, keyword);
            facts = branches.Count > 0 ? facts.And(AnyOf(branches)) : facts;
        }

        return facts;
    }

    private SchemaFacts AnyOf(SyntaxList<SyntaxNode> branches) =>
        branches.Where(b => !ShapeReader.IsNullOnly(b)).Select(Of).Aggregate((SchemaFacts?)null, (any, branch) => any?.Or(branch) ?? branch) is not { } facts
            ? SchemaFacts.Of(JsonType.Null)
            : branches.Any(ShapeReader.IsNullOnly) ? facts with { Kinds = facts.Kinds | JsonType.Null } : facts;

    private SchemaFacts ReadOwn(MappingNode schema)
    {
        if (!_own.TryGetValue(schema, out SchemaFacts? facts))
        {
            _own[schema] = facts = ReadNew(schema);
        }

        return facts;
    }

    private SchemaFacts ReadNew(MappingNode schema)
    {
        SchemaFacts facts = SchemaFacts.Of(KindsOf(schema));
        if (schema.Find("properties") is MappingNode members)
        {
            string[] properties = new string[members.Entries.Count];
            Dictionary<string, IReadOnlyCollection<string>>? tags = null;
            for (int i = 0; i < properties.Length; i++)
            {
                properties[i] = JsonText.Plain(members.Entries[i].Key);
                if (TextsOf(members.Entries[i].Value) is { } texts)
                {
                    (tags ??= new Dictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal))[properties[i]] = texts;
                }
            }

            facts = facts with { Properties = properties, Tags = tags ?? facts.Tags };
        }

        bool isClosed = schema.Find("additionalProperties") is ScalarNode { Kind: ScalarKind.Boolean, Text: "false" or "False" or "FALSE" };
        return facts with
        {
            Required = schema.Find("required") is SequenceNode names ? [.. names.Items.OfType<ScalarNode>().Select(JsonText.Plain).Distinct(StringComparer.Ordinal)] : [],
            HasNoOthers = isClosed && schema.Find("patternProperties") is null,
            LosesOthers = isClosed,
        };
    }

    private static JsonType KindsOf(MappingNode schema)
    {
        JsonType kinds = SchemaTypes.Of(schema);
        kinds = kinds == JsonType.None ? SchemaFacts.AllKinds : kinds;
        JsonType all = (kinds & JsonType.Number) != 0 ? kinds | JsonType.Integer : kinds;
        return SchemaTypes.Values(schema) is { } values ? all & SchemaTypes.OfValues(values) : all;
    }

    // What was seen before has no texts, or the search would have ended there.
    private IReadOnlyCollection<string>? TextsOf(SyntaxNode? node, HashSet<SyntaxNode>? seen)
    {
        if (node is not MappingNode schema || seen?.Count >= DatatypeBinder.MaximumDepth || seen?.Add(schema) == false)
        {
            return null;
        }

        if (SchemaTypes.Values(schema) is { Count: > 0 and <= MaximumTags } values && values.All(v => v is ScalarNode { Kind: ScalarKind.String }))
        {
            return [.. values.Cast<ScalarNode>().Select(JsonText.Plain)];
        }

        ScalarNode? reference = schema.Find("$ref") as ScalarNode;
        SyntaxList<SyntaxNode> parts = ShapeReader.BranchesOf(schema, "allOf");
        if (reference is null && parts.Count == 0)
        {
            return null;
        }

        seen ??= [schema];
        if (reference is not null && TextsOf(datatypes.NodeOf(reference.Text), seen) is { } referred)
        {
            return referred;
        }

        foreach (SyntaxNode part in parts)
        {
            if (TextsOf(part, seen) is { } texts)
            {
                return texts;
            }
        }

        return null;
    }
}
