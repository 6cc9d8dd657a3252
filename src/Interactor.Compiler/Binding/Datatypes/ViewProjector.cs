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

    private static readonly HashSet<string> None = new(StringComparer.Ordinal);
    private static readonly HashSet<string> PartMaps = new(StringComparer.Ordinal) { "properties", "patternProperties" };

    /// <summary>Visits a schema and the schemas inside it, as far as a view looks.</summary>
    public static void Visit(SyntaxNode node, Action<MappingNode> visit)
    {
        if (node is not MappingNode schema)
        {
            return;
        }

        visit(schema);
        foreach (MappingEntry entry in schema.Entries)
        {
            string key = entry.Key.Text;
            switch (entry.Value)
            {
                case SequenceNode list when InPlaceLists.Contains(key) || key == "prefixItems":
                    foreach (SyntaxNode item in list.Items)
                    {
                        Visit(item, visit);
                    }

                    break;
                case MappingNode map when PartMaps.Contains(key) || key == "dependentSchemas":
                    foreach (MappingEntry part in map.Entries)
                    {
                        Visit(part.Value, visit);
                    }

                    break;
                case var value when InPlace.Contains(key) || Parts.Contains(key):
                    Visit(value, visit);
                    break;
            }
        }
    }

    /// <summary>One of the schema's properties is marked.</summary>
    public bool HasMarked(MappingNode schema)
    {
        foreach (MappingEntry property in PropertiesOf(schema))
        {
            if (IsMarked(property.Value, depth: 0))
            {
                return true;
            }
        }

        return false;
    }

    public SyntaxNode Project(SyntaxNode schema) => Project(schema, None);

    /// <summary>The same for the parts of a schema, whose own members are all kept.</summary>
    public SyntaxNode ProjectParts(SyntaxNode node) => node is MappingNode schema ? ProjectKeywords(schema, None) : node;

    private SyntaxNode Project(SyntaxNode node, HashSet<string> leftOut)
    {
        if (node is not MappingNode schema)
        {
            return node;
        }

        HashSet<string>? marked = null;
        AddMarked(schema, ref marked, depth: 0);
        marked?.UnionWith(leftOut);
        return ProjectKeywords(schema, marked ?? leftOut);
    }

    private MappingNode ProjectKeywords(MappingNode schema, HashSet<string> names)
    {
        MappingEntry[]? changed = null;
        for (int i = 0; i < schema.Entries.Count; i++)
        {
            MappingEntry entry = schema.Entries[i];
            SyntaxNode value = ProjectKeyword(entry.Key.Text, entry.Value, names);
            if (!ReferenceEquals(value, entry.Value))
            {
                changed ??= [.. schema.Entries];
                changed[i] = new MappingEntry(entry.Key, value);
            }
        }

        return changed is null ? schema : new MappingNode(schema.File, schema.Range, changed);
    }

    private SyntaxNode ProjectKeyword(string keyword, SyntaxNode value, HashSet<string> names) => (keyword, value) switch
    {
        ("$ref", ScalarNode reference) when rename(reference.Text) is var text && text != reference.Text =>
            new ScalarNode(reference.File, reference.Range, text, reference.Kind, reference.Style),
        ("required", SequenceNode list) => names.Count == 0 ? list : Filter(list, i => !(i is ScalarNode name && names.Contains(name.Text))),
        ("properties", MappingNode map) => ProjectMembers(map, names, None),
        ("patternProperties", MappingNode map) => ProjectMembers(map, None, None),
        ("dependentSchemas", MappingNode map) => ProjectMembers(map, None, names),
        ("prefixItems", SequenceNode list) => ProjectItems(list, None),
        (_, SequenceNode list) when InPlaceLists.Contains(keyword) => ProjectItems(list, names),
        _ when InPlace.Contains(keyword) => Project(value, names),
        _ when Parts.Contains(keyword) => Project(value),
        _ => value,
    };

    private static SequenceNode Filter(SequenceNode list, Func<SyntaxNode, bool> isKept)
    {
        SyntaxNode[] items = [.. list.Items.Where(isKept)];
        return items.Length == list.Items.Count ? list : new SequenceNode(list.File, list.Range, items);
    }

    private SequenceNode ProjectItems(SequenceNode list, HashSet<string> leftOut)
    {
        SyntaxNode[]? changed = null;
        for (int i = 0; i < list.Items.Count; i++)
        {
            SyntaxNode item = Project(list.Items[i], leftOut);
            if (!ReferenceEquals(item, list.Items[i]))
            {
                changed ??= [.. list.Items];
                changed[i] = item;
            }
        }

        return changed is null ? list : new SequenceNode(list.File, list.Range, changed);
    }

    /// <param name="dropped">The members that the map loses.</param>
    /// <param name="leftOut">The members that what stays loses.</param>
    private MappingNode ProjectMembers(MappingNode map, HashSet<string> dropped, HashSet<string> leftOut)
    {
        List<MappingEntry>? changed = null;
        for (int i = 0; i < map.Entries.Count; i++)
        {
            MappingEntry entry = map.Entries[i];
            SyntaxNode? value = dropped.Contains(entry.Key.Text) ? null : Project(entry.Value, leftOut);
            if (changed is null && !ReferenceEquals(value, entry.Value))
            {
                changed = [.. map.Entries.Take(i)];
            }

            if (value is not null)
            {
                changed?.Add(new MappingEntry(entry.Key, value));
            }
        }

        return changed is null ? map : new MappingNode(map.File, map.Range, [.. changed]);
    }

    // A member may be marked in one part of allOf and required in another.
    private void AddMarked(MappingNode schema, ref HashSet<string>? names, int depth)
    {
        if (depth > MaximumDepth)
        {
            return;
        }

        foreach (MappingEntry property in PropertiesOf(schema))
        {
            if (IsMarked(property.Value, depth: 0))
            {
                names ??= new HashSet<string>(StringComparer.Ordinal);
                names.Add(property.Key.Text);
            }
        }

        foreach (SyntaxNode part in ShapeReader.BranchesOf(schema, "allOf"))
        {
            if (part is MappingNode mapping)
            {
                AddMarked(mapping, ref names, depth + 1);
            }
        }

        if (schema.Find("$ref") is ScalarNode reference && nodeOf(reference.Text) is MappingNode target)
        {
            AddMarked(target, ref names, depth + 1);
        }
    }

    private bool IsMarked(SyntaxNode? node, int depth)
    {
        if (node is not MappingNode schema || depth > MaximumDepth)
        {
            return false;
        }

        if (schema.Find(mark) is ScalarNode { Kind: ScalarKind.Boolean, Text: "true" or "True" or "TRUE" }
            || (schema.Find("$ref") is ScalarNode reference && IsMarked(nodeOf(reference.Text), depth + 1)))
        {
            return true;
        }

        foreach (SyntaxNode part in ShapeReader.BranchesOf(schema, "allOf"))
        {
            if (IsMarked(part, depth + 1))
            {
                return true;
            }
        }

        return false;
    }

    private static SyntaxList<MappingEntry> PropertiesOf(MappingNode schema) => (schema.Find("properties") as MappingNode)?.Entries ?? [];
}
