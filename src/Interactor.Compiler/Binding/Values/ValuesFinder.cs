using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Values;

/// <summary>Finds the properties of inputs whose choices another action gives, also in datatypes that an input refers to.</summary>
internal sealed class ValuesFinder
{
    private const string Prefix = "#/datatypes/";

    // Nobody fills in what lies deeper, or on that many ways, by choosing.
    private const int Deepest = 6;
    private const int MostVisits = 10_000;

    private readonly Dictionary<string, SyntaxNode> _datatypes = [];
    private readonly HashSet<string> _leading;

    public ValuesFinder(IEnumerable<MappingEntry> datatypes)
    {
        foreach (MappingEntry entry in datatypes)
        {
            _datatypes[entry.Key.Text] = entry.Value;
        }

        _leading = LeadingToValues();
    }

    /// <summary>The mappings under <c>values</c> below a schema, with the way to each property.</summary>
    public IReadOnlyList<(string[] Property, SyntaxNode Values)> In(SyntaxNode input)
    {
        List<(string[], SyntaxNode)> found = [];
        if (Leads(input))
        {
            Visit(input, [], [], [], found);
        }

        return found;
    }

    // A schema that comes back on its own way has the same choices again, without an end; one that several ways give the same property is looked at once.
    private void Visit(SyntaxNode node, string[] way, SyntaxNode[] above, HashSet<(SyntaxNode, string)> seen, List<(string[], SyntaxNode)> found)
    {
        if (way.Length > Deepest || seen.Count >= MostVisits || above.Contains(node) || !Leads(node) || !seen.Add((node, string.Join("\n", way))))
        {
            return;
        }

        SyntaxNode[] own = [.. above, node];
        if (way.Length > 0 && (node as MappingNode)?.Find("values") is { } values)
        {
            found.Add((way, values));
        }

        foreach ((string? name, SyntaxNode part) in Parts(node))
        {
            Visit(part, name is null ? way : [.. way, name], own, seen, found);
        }

        if (ReferenceOf(node) is { } target)
        {
            Visit(_datatypes[target], way, own, seen, found);
        }
    }

    private bool Leads(SyntaxNode node)
    {
        bool leads = false;
        foreach (SyntaxNode part in Own(node))
        {
            leads |= (part as MappingNode)?.Find("values") is not null || (ReferenceOf(part) is { } target && _leading.Contains(target));
        }

        return leads;
    }

    // From what has choices back along the references, so that neither circles nor long chains matter.
    private HashSet<string> LeadingToValues()
    {
        Dictionary<string, List<string>> referrers = [];
        Queue<string> reached = new();
        foreach (KeyValuePair<string, SyntaxNode> datatype in _datatypes)
        {
            foreach (SyntaxNode part in Own(datatype.Value))
            {
                if ((part as MappingNode)?.Find("values") is not null)
                {
                    reached.Enqueue(datatype.Key);
                }

                if (ReferenceOf(part) is { } target)
                {
                    if (!referrers.TryGetValue(target, out List<string>? from))
                    {
                        referrers[target] = from = [];
                    }

                    from.Add(datatype.Key);
                }
            }
        }

        HashSet<string> leading = [];
        while (reached.Count > 0)
        {
            string name = reached.Dequeue();
            if (leading.Add(name) && referrers.TryGetValue(name, out List<string>? from))
            {
                from.ForEach(reached.Enqueue);
            }
        }

        return leading;
    }

    /// <summary>A schema and those that stand in it.</summary>
    private static IEnumerable<SyntaxNode> Own(SyntaxNode schema)
    {
        Stack<SyntaxNode> open = new([schema]);
        while (open.Count > 0)
        {
            SyntaxNode node = open.Pop();
            yield return node;
            foreach ((_, SyntaxNode part) in Parts(node))
            {
                open.Push(part);
            }
        }
    }

    private string? ReferenceOf(SyntaxNode node) =>
        (node as MappingNode)?.Find("$ref") is ScalarNode reference
        && reference.Text.StartsWith(Prefix, StringComparison.Ordinal)
        && reference.Text.Substring(Prefix.Length) is var target
        && _datatypes.ContainsKey(target)
            ? target
            : null;

    private static IEnumerable<(string? Name, SyntaxNode Part)> Parts(SyntaxNode node)
    {
        if (node is not MappingNode schema)
        {
            yield break;
        }

        foreach (MappingEntry property in (schema.Find("properties") as MappingNode)?.Entries ?? [])
        {
            yield return (JsonText.Plain(property.Key), property.Value);
        }

        foreach (SyntaxNode part in (schema.Find("allOf") as SequenceNode)?.Items ?? [])
        {
            yield return (null, part);
        }
    }
}
