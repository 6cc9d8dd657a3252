using System.Text;
using Interactor.Compiler.Binding.Datatypes;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Xml;

/// <summary>The shapes of XML bodies: excerpts of the schemas that bodies have, and of those that these refer to.</summary>
/// <param name="className">The C# name of the class that holds them.</param>
internal sealed class XmlShapeTable(BindingContext context, DatatypeBinder datatypes, string className)
{
    // No datatype's name begins with it, so that bodies without one are not taken for datatypes.
    private const string InlineMark = ":";

    private readonly SortedDictionary<string, string> _excerpts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SyntaxNode> _inputs = new(StringComparer.Ordinal);
    private readonly Queue<ScalarNode> _open = new();
    private readonly XmlSiteFinder _sites = new(datatypes, new XmlFactsReader(context));

    /// <summary>All shapes as one JSON object; null where there are none.</summary>
    public XmlShapesModel? ToModel() => _excerpts.Count == 0
        ? null
        : new XmlShapesModel(className, $"{{{string.Join(",", _excerpts.Select(e => $"{JsonText.OfString(e.Key)}:{e.Value}"))}}}");

    /// <summary>Notes the schema of an input, by the name of its record.</summary>
    public void AddInput(string type, SyntaxNode schema) => _inputs[type] = schema;

    /// <summary>The schema of a member of an input, which is known by the names that lead to it; null where there is none.</summary>
    public SyntaxNode? OfInput(string type, IEnumerable<string> names)
    {
        SyntaxNode? node = _inputs.TryGetValue(type, out SyntaxNode? input) ? input : null;
        foreach (string name in names)
        {
            node = node is null ? null : new XmlContent(datatypes, node).Properties.Find(p => p.Key == name).Value;
        }

        return node;
    }

    /// <summary>A schema that says how a request is written, in normal form.</summary>
    public SyntaxNode Write(SyntaxNode written) => datatypes.Write(written, isRequest: true);

    /// <summary>The shape of a body.</summary>
    /// <param name="schema">Its schema in normal form.</param>
    /// <param name="otherwise">The name of the root element where the schema gives none.</param>
    /// <param name="root">The name of the root element; null where there is none.</param>
    public XmlShapeModel Bind(SyntaxNode schema, string? otherwise, out string? root)
    {
        XmlSite site = _sites.Find(schema);
        string? named = site.Reference is { } reference ? NameOf(reference) : null;
        root = site.Facts.Name ?? named ?? (otherwise is not null && XmlFactsReader.IsName(otherwise) ? otherwise : null);
        string key = site.Reference is { } whole && named == root && site.Facts == FactsOf(whole)
            ? Reach(whole)
            : Add(InlineMark + (root ?? "body"), Excerpt(site, site.Facts with { Name = root }));
        while (_open.Count > 0)
        {
            ScalarNode next = _open.Dequeue();
            string name = KeyOf(next);
            if (!_excerpts.ContainsKey(name) && datatypes.NodeOf(next.Text) is { } node)
            {
                XmlSite target = _sites.Find(node);
                _excerpts[name] = "{}";
                _excerpts[name] = Excerpt(target, target.Facts with { Name = target.Facts.Name ?? NameOf(next) });
            }
        }

        return new XmlShapeModel(className, key);
    }

    // Two bodies of one name and other content have two shapes.
    private string Add(string key, string excerpt)
    {
        string name = key;
        for (int i = 2; _excerpts.TryGetValue(name, out string? other) && other != excerpt; i++)
        {
            name = key + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        _excerpts[name] = excerpt;
        return name;
    }

    private XmlFacts FactsOf(ScalarNode reference) => datatypes.NodeOf(reference.Text) is { } node ? _sites.Find(node).Facts : XmlFacts.None;

    private string? NameOf(ScalarNode reference) =>
        FactsOf(reference).Name ?? (datatypes.NameOf(reference.Text) is { } name && XmlFactsReader.IsName(name) ? name : null);

    private string Reach(ScalarNode reference)
    {
        _open.Enqueue(reference);
        return KeyOf(reference);
    }

    private static string KeyOf(ScalarNode reference) => JsonText.Plain(DatatypeBinder.KeyIn(reference.Text) ?? reference.Text);

    private string Excerpt(XmlSite site, XmlFacts facts)
    {
        StringBuilder json = new();
        Write(json, site, facts);
        return json.ToString();
    }

    private void Write(StringBuilder json, XmlSite site, XmlFacts facts)
    {
        XmlExcerptWriter writer = new(json);
        writer.Open();
        if (site.Reference is { } reference && datatypes.NodeOf(reference.Text) is not null)
        {
            writer.Text("$ref", Reach(reference));
            writer.Facts(facts);
        }
        else
        {
            WriteContent(writer, new XmlContent(datatypes, site.Content), facts);
        }

        writer.Close();
    }

    private void WriteContent(XmlExcerptWriter writer, XmlContent content, XmlFacts facts)
    {
        writer.Text("type", content.Type);
        if (content is { Type: "string", Format: "date-time" or "date" or "uuid" })
        {
            writer.Text("format", content.Format);
        }

        writer.Facts(facts);
        if (content.Type is "array" or null && content.Items is { } items)
        {
            WriteSite(writer, "items", items);
        }

        if (content.Properties.Count > 0)
        {
            writer.Open("properties");
            foreach (KeyValuePair<string, SyntaxNode> property in content.Properties)
            {
                WriteSite(writer, property.Key, property.Value);
            }

            writer.Close();
            writer.Texts("required", content.Properties.Select(p => p.Key).Where(content.Required.Contains));
        }

        if (content.Values is { } values)
        {
            WriteSite(writer, "additionalProperties", values);
        }
    }

    private void WriteSite(XmlExcerptWriter writer, string key, SyntaxNode node)
    {
        XmlSite site = _sites.Find(node);
        writer.Key(key);
        Write(writer.Json, site, site.Facts);
    }
}
