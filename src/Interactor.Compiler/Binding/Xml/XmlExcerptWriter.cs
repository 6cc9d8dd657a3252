using System.Text;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Xml;

/// <summary>Writes the JSON of an excerpt.</summary>
internal sealed class XmlExcerptWriter(StringBuilder json)
{
    public StringBuilder Json => json;

    public void Open(string? key = null)
    {
        if (key is not null)
        {
            Key(key);
        }

        json.Append('{');
    }

    public void Close() => json.Append('}');

    public void Key(string key)
    {
        if (json[json.Length - 1] != '{')
        {
            json.Append(',');
        }

        JsonText.WriteString(json, key);
        json.Append(':');
    }

    public void Text(string key, string? value)
    {
        if (value is not null)
        {
            Key(key);
            JsonText.WriteString(json, value);
        }
    }

    public void Texts(string key, IEnumerable<string> values)
    {
        string[] texts = [.. values.Select(JsonText.OfString)];
        if (texts.Length > 0)
        {
            Key(key);
            json.Append('[').Append(string.Join(",", texts)).Append(']');
        }
    }

    public void Facts(XmlFacts facts)
    {
        if (facts == XmlFacts.None)
        {
            return;
        }

        Open("xml");
        Text("name", facts.Name);
        Text("namespace", facts.Namespace);
        Text("prefix", facts.Prefix);
        Text("nodeType", facts.NodeType);
        Close();
    }
}
