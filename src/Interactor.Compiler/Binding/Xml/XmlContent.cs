using Interactor.Compiler.Binding.Datatypes;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Xml;

/// <summary>What an element holds by a schema and all of its parts: those of <c>allOf</c>, and every case of a union.</summary>
internal sealed class XmlContent
{
    private static readonly string[] CombiningKeywords = ["allOf", "anyOf", "oneOf"];

    private readonly DatatypeBinder _datatypes;
    private readonly HashSet<SyntaxNode> _seen = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private bool _hasSeveralTypes;

    public XmlContent(DatatypeBinder datatypes, SyntaxNode schema)
    {
        _datatypes = datatypes;
        Add(schema, isCase: false);
        Type = _hasSeveralTypes ? null : Type;
    }

    /// <summary>The one type that there is beside null; null for any.</summary>
    public string? Type { get; private set; }

    public string? Format { get; private set; }

    public List<KeyValuePair<string, SyntaxNode>> Properties { get; } = [];

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    public SyntaxNode? Items { get; private set; }

    public SyntaxNode? Values { get; private set; }

    private void Add(SyntaxNode node, bool isCase)
    {
        if (node is not MappingNode schema || !_seen.Add(schema))
        {
            return;
        }

        if (schema.Find("$ref") is ScalarNode reference && _datatypes.NodeOf(reference.Text) is { } target)
        {
            Add(target, isCase);
        }

        AddType(schema);
        Format ??= (schema.Find("format") as ScalarNode)?.Text;
        Items ??= schema.Find("items");
        Values ??= schema.Find("additionalProperties") as MappingNode;
        foreach (MappingEntry property in (schema.Find("properties") as MappingNode)?.Entries.ToArray() ?? [])
        {
            string name = JsonText.Plain(property.Key);
            if (_names.Add(name))
            {
                Properties.Add(new KeyValuePair<string, SyntaxNode>(name, property.Value));
            }
        }

        if (!isCase)
        {
            Required.UnionWith(((schema.Find("required") as SequenceNode)?.Items.ToArray() ?? []).OfType<ScalarNode>().Select(JsonText.Plain));
        }

        foreach (string keyword in CombiningKeywords)
        {
            foreach (SyntaxNode part in (schema.Find(keyword) as SequenceNode)?.Items.ToArray() ?? [])
            {
                Add(part, isCase || keyword != "allOf");
            }
        }
    }

    private void AddType(MappingNode schema)
    {
        string[] types = schema.Find("type") switch
        {
            ScalarNode one => [one.Text],
            SequenceNode several => [.. several.Items.OfType<ScalarNode>().Select(s => s.Text)],
            _ when schema.Find("properties") is not null => ["object"],
            _ when schema.Find("items") is not null => ["array"],
            _ => [],
        };
        foreach (string type in types.Where(t => t != "null").Select(t => t == "integer" ? "number" : t))
        {
            _hasSeveralTypes |= Type is not null && Type != type;
            Type ??= type;
        }
    }
}
