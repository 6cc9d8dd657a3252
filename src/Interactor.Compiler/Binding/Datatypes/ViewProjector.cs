using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Rewrites schemas without the members that one direction does not have. What does not change is the same node.</summary>
/// <param name="mark">The keyword of the members that are left out.</param>
/// <param name="nodeOf">The schema that a reference stands for.</param>
/// <param name="rename">What a reference becomes.</param>
internal sealed class ViewProjector(string mark, Func<string, SyntaxNode?> nodeOf, Func<string, string> rename)
{
    private const int MaximumDepth = 32;

    // "not" and "if" would turn round what leaving a member out means, so what they hold stays.
    private static readonly HashSet<string> InPlaceLists = new(StringComparer.Ordinal) { "allOf", "anyOf", "oneOf" };
    private static readonly HashSet<string> InPlace = new(StringComparer.Ordinal) { "then", "else" };
    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal)
    {
        "items", "additionalProperties", "unevaluatedProperties", "unevaluatedItems", "contains",
    };

    private static readonly HashSet<string> PartMaps = new(StringComparer.Ordinal) { "properties", "patternProperties" };

    /// <summary>The schemas inside a schema, as far as a view looks.</summary>
    public static IEnumerable<SyntaxNode> PartsOf(MappingNode schema) => schema.Entries.SelectMany(e => (e.Key.Text, e.Value) switch
    {
        (var key, SequenceNode list) when InPlaceLists.Contains(key) || key == "prefixItems" => list.Items,
        (var key, MappingNode map) when PartMaps.Contains(key) || key == "dependentSchemas" => map.Entries.Select(p => p.Value),
        (var key, var value) when InPlace.Contains(key) || Parts.Contains(key) => (IEnumerable<SyntaxNode>)[value],
        _ => [],
    });

    /// <summary>One of the schema's properties is marked.</summary>
    public bool HasMarked(MappingNode schema) => PropertiesOf(schema).Any(p => IsMarked(p.Value, depth: 0));

    public SyntaxNode Project(SyntaxNode schema) => Project(schema, new HashSet<string>(StringComparer.Ordinal));

    /// <summary>The same for the parts of a schema, whose own members are all kept.</summary>
    public SyntaxNode ProjectParts(SyntaxNode node) => node is MappingNode schema ? ProjectKeywords(schema, []) : node;

    private SyntaxNode Project(SyntaxNode node, HashSet<string> leftOut)
    {
        if (node is not MappingNode schema)
        {
            return node;
        }

        HashSet<string> names = new(leftOut, StringComparer.Ordinal);
        AddMarked(schema, names, depth: 0);
        return ProjectKeywords(schema, names);
    }

    private MappingNode ProjectKeywords(MappingNode schema, HashSet<string> names)
    {
        List<MappingEntry> entries = [];
        bool isChanged = false;
        foreach (MappingEntry entry in schema.Entries)
        {
            SyntaxNode value = ProjectKeyword(entry.Key.Text, entry.Value, names);
            isChanged |= !ReferenceEquals(value, entry.Value);
            entries.Add(ReferenceEquals(value, entry.Value) ? entry : new MappingEntry(entry.Key, value));
        }

        return isChanged ? new MappingNode(schema.File, schema.Range, entries) : schema;
    }

    private SyntaxNode ProjectKeyword(string keyword, SyntaxNode value, HashSet<string> names) => (keyword, value) switch
    {
        ("$ref", ScalarNode reference) when rename(reference.Text) is var text && text != reference.Text =>
            new ScalarNode(reference.File, reference.Range, text, reference.Kind, reference.Style),
        ("required", SequenceNode list) => Filter(list, i => !(i is ScalarNode name && names.Contains(name.Text)), i => i),
        ("properties", MappingNode map) => Filter(map, e => !names.Contains(e.Key.Text), Project),
        ("patternProperties", MappingNode map) => Filter(map, _ => true, Project),
        ("dependentSchemas", MappingNode map) => Filter(map, _ => true, v => Project(v, names)),
        ("prefixItems", SequenceNode list) => Filter(list, _ => true, Project),
        (_, SequenceNode list) when InPlaceLists.Contains(keyword) => Filter(list, _ => true, i => Project(i, names)),
        _ when InPlace.Contains(keyword) => Project(value, names),
        _ when Parts.Contains(keyword) => Project(value),
        _ => value,
    };

    private static SequenceNode Filter(SequenceNode list, Func<SyntaxNode, bool> isKept, Func<SyntaxNode, SyntaxNode> project)
    {
        SyntaxNode[] items = [.. list.Items.Where(isKept).Select(project)];
        return items.SequenceEqual(list.Items) ? list : new SequenceNode(list.File, list.Range, items);
    }

    private static MappingNode Filter(MappingNode map, Func<MappingEntry, bool> isKept, Func<SyntaxNode, SyntaxNode> project)
    {
        MappingEntry[] entries = [.. map.Entries.Where(isKept).Select(e => project(e.Value) is var value && ReferenceEquals(value, e.Value) ? e : new MappingEntry(e.Key, value))];
        return entries.SequenceEqual(map.Entries) ? map : new MappingNode(map.File, map.Range, entries);
    }

    // A member may be marked in one part of allOf and required in another.
    private void AddMarked(MappingNode schema, HashSet<string> names, int depth)
    {
        if (depth > MaximumDepth)
        {
            return;
        }

        foreach (MappingEntry property in PropertiesOf(schema))
        {
            if (IsMarked(property.Value, depth: 0))
            {
                names.Add(property.Key.Text);
            }
        }

        foreach (SyntaxNode? part in ShapeReader.BranchesOf(schema, "allOf").Append(schema.Find("$ref") is ScalarNode reference ? nodeOf(reference.Text) : null))
        {
            if (part is MappingNode mapping)
            {
                AddMarked(mapping, names, depth + 1);
            }
        }
    }

    private bool IsMarked(SyntaxNode? node, int depth) =>
        node is MappingNode schema && depth <= MaximumDepth
        && (schema.Find(mark) is ScalarNode { Kind: ScalarKind.Boolean, Text: "true" or "True" or "TRUE" }
            || (schema.Find("$ref") is ScalarNode reference && IsMarked(nodeOf(reference.Text), depth + 1))
            || ShapeReader.BranchesOf(schema, "allOf").Any(p => IsMarked(p, depth + 1)));

    private static IEnumerable<MappingEntry> PropertiesOf(MappingNode schema) => (schema.Find("properties") as MappingNode)?.Entries ?? [];
}
