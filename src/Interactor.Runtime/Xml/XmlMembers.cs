using System.Text.Json;

namespace Interactor.Runtime.Xml;

/// <summary>The properties of an object, found by their names in JSON and in XML.</summary>
internal sealed class XmlMembers
{
    private static readonly List<XmlMember> None = [];

    private readonly Dictionary<string, XmlMember> _byJsonName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<XmlMember>> _elements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<XmlMember>> _attributes = new(StringComparer.Ordinal);

    public XmlMembers(XmlShapes shapes, JsonElement excerpt)
    {
        HashSet<string> required = excerpt.TryGetProperty("required", out JsonElement names) ? [.. names.EnumerateArray().Select(n => n.GetString()!)] : [];
        if (excerpt.TryGetProperty("properties", out JsonElement properties))
        {
            foreach (JsonProperty property in properties.EnumerateObject())
            {
                XmlMember member = new(_byJsonName.Count, property.Name, new XmlPart(shapes, property.Value), required.Contains(property.Name));
                _byJsonName.Add(property.Name, member);
                All.Add(member);
            }
        }

        Text = All.Find(m => m.Part.NodeType is XmlNodeKind.Text or XmlNodeKind.CData);
        foreach (XmlMember member in All)
        {
            Add(member, member.Name);
        }

        // Services often call an element after its property although its schema has a name: what nobody else is called finds it too.
        foreach (XmlMember member in All.Where(m => m != Text))
        {
            foreach (string name in new[] { member.Part.Name, member.JsonName }.OfType<string>().Where(n => !TableOf(member).ContainsKey(n)).ToList())
            {
                Add(member, name);
            }
        }
    }

    /// <summary>All of them, in the order of the schema.</summary>
    public List<XmlMember> All { get; } = [];

    /// <summary>The one that is the text of the element.</summary>
    public XmlMember? Text { get; }

    public XmlMember? ByJsonName(string name) => _byJsonName.GetValueOrDefault(name);

    public XmlMember? Element(string name, string uri) => In(_elements, name, uri);

    public XmlMember? Attribute(string name, string uri) => In(_attributes, name, uri);

    private static XmlMember? In(Dictionary<string, List<XmlMember>> table, string name, string uri)
    {
        foreach (XmlMember member in table.GetValueOrDefault(name) ?? None)
        {
            if (member.IsIn(uri))
            {
                return member;
            }
        }

        return null;
    }

    private void Add(XmlMember member, string name)
    {
        if (member == Text)
        {
            return;
        }

        Dictionary<string, List<XmlMember>> table = TableOf(member);
        if (!table.TryGetValue(name, out List<XmlMember>? all))
        {
            table[name] = all = [];
        }

        all.Add(member);
    }

    private Dictionary<string, List<XmlMember>> TableOf(XmlMember member) => member.Part.NodeType == XmlNodeKind.Attribute ? _attributes : _elements;
}
