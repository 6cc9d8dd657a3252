using System.Xml;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Xml;

/// <summary>Reads <c>xml</c> of a schema. What cannot be written is an error, or left out where the schemas are somebody else's.</summary>
internal sealed class XmlFactsReader(BindingContext context)
{
    // What these prefixes stand for is known everywhere.
    private static readonly Dictionary<string, string> KnownPrefixes = new(StringComparer.Ordinal)
    {
        ["xml"] = "http://www.w3.org/XML/1998/namespace",
        ["xsi"] = "http://www.w3.org/2001/XMLSchema-instance",
    };

    private static readonly string[] NodeTypes = [XmlFacts.Element, XmlFacts.Attribute, "text", "cdata"];

    private readonly HashSet<SyntaxNode> _reported = [];

    /// <summary>Whether a text names an element or an attribute (Namespaces in XML 1.0, NCName).</summary>
    public static bool IsName(string text)
    {
        try
        {
            return text.Length > 0 && XmlConvert.VerifyNCName(text) == text && !text.StartsWith("xmlns", StringComparison.Ordinal);
        }
        catch (XmlException)
        {
            return false;
        }
    }

    public XmlFacts Read(MappingNode schema)
    {
        if (schema.Find("xml") is not MappingNode xml)
        {
            return XmlFacts.None;
        }

        string? name = Text(xml, "name");
        string? prefix = Text(xml, "prefix");
        int colon = name?.IndexOf(':') ?? -1;
        if (colon > 0)
        {
            prefix ??= name!.Substring(0, colon);
            name = name!.Substring(colon + 1);
        }

        string? uri = Text(xml, "namespace") ?? (prefix is not null && KnownPrefixes.TryGetValue(prefix, out string? known) ? known : null);
        return new XmlFacts(Name(name, xml), Namespace(uri, xml), Prefix(prefix, uri, xml), NodeType(xml, schema));
    }

    private string? Name(string? name, MappingNode xml) =>
        name is null || IsName(name) ? name : Refuse(xml, "name", $"the name '{name}' is none in XML: it has letters, digits, '_', '-' and '.', and begins with a letter or '_'");

    private string? Namespace(string? uri, MappingNode xml) =>
        uri is null || (Uri.TryCreate(uri, UriKind.Absolute, out _) && uri.Trim() == uri) ? uri : Refuse(xml, "namespace", $"the namespace '{uri}' is no absolute URI");

    private string? Prefix(string? prefix, string? uri, MappingNode xml) => prefix switch
    {
        null => null,
        _ when !IsName(prefix) => Refuse(xml, "prefix", $"the prefix '{prefix}' is none in XML"),
        _ when uri is null => Refuse(xml, "prefix", $"the prefix '{prefix}' has no 'namespace' beside it"),
        _ => prefix,
    };

    private string? NodeType(MappingNode xml, MappingNode schema)
    {
        bool isList = schema.Find("type") is ScalarNode { Text: "array" } || schema.Find("items") is not null;
        return Text(xml, "nodeType") switch
        {
            { } known when NodeTypes.Contains(known) => known,
            "none" when isList || schema.Find("$ref") is not null => null,
            { } other => Refuse(xml, "nodeType", $"the node type '{other}' is none of {string.Join(", ", NodeTypes)}, and 'none' is for lists only"),
            null when IsTrue(xml, "attribute") => XmlFacts.Attribute,
            null when IsTrue(xml, "wrapped") => XmlFacts.Element,
            _ => null,
        };
    }

    private string? Refuse(MappingNode xml, string key, string problem)
    {
        SyntaxNode at = xml.Find(key) ?? xml.Find("name") ?? xml;
        if (!context.IsLenient && _reported.Add(at))
        {
            context.Report(ActionDiagnostics.InvalidXml, at, problem);
        }

        return null;
    }

    private static string? Text(MappingNode xml, string key) =>
        xml.Find(key) is ScalarNode { Kind: not ScalarKind.Null } scalar && JsonText.Plain(scalar) is { Length: > 0 } text ? text : null;

    private static bool IsTrue(MappingNode xml, string key) => xml.Find(key) is ScalarNode { Text: "true" };
}
