using System.Xml;
using System.Xml.Linq;

namespace Interactor.Testing.Examples;

/// <summary>
/// Tells two XML documents apart, place by place. Prefixes, the order of attributes, comments and space between elements do not matter; the order of elements
/// does, because XML has one.
/// </summary>
internal static class XmlDifference
{
    /// <summary>One line for each place that differs, each with a path of element names (XPath).</summary>
    public static IReadOnlyList<string> Find(string expected, string actual)
    {
        if (Parse(actual) is not { } sent)
        {
            return [actual.Length == 0 ? "expected a body, but there is none" : $"the body is not XML: {actual}"];
        }

        List<string> lines = [];
        Compare(XElement.Parse(expected, LoadOptions.PreserveWhitespace), sent, "", lines);
        return lines;
    }

    private static void Compare(XElement expected, XElement actual, string around, List<string> lines)
    {
        string place = $"{around}/{expected.Name.LocalName}";
        if (expected.Name != actual.Name)
        {
            lines.Add($"{place}: expected the element {Show(expected.Name)}, got {Show(actual.Name)}");
            return;
        }

        CompareAttributes(expected, actual, place, lines);
        if (Text(expected) != Text(actual))
        {
            lines.Add($"{place}: expected '{Text(expected)}', got '{Text(actual)}'");
        }

        XElement[] wanted = [.. expected.Elements()];
        XElement[] given = [.. actual.Elements()];
        for (int i = 0; i < Math.Min(wanted.Length, given.Length); i++)
        {
            Compare(wanted[i], given[i], place, lines);
        }

        if (wanted.Length != given.Length)
        {
            lines.Add($"{place}: expected {wanted.Length} elements, got {given.Length}{Names(given)}");
        }
    }

    private static void CompareAttributes(XElement expected, XElement actual, string place, List<string> lines)
    {
        foreach (XAttribute attribute in expected.Attributes().Where(static a => !a.IsNamespaceDeclaration))
        {
            string? value = actual.Attribute(attribute.Name)?.Value;
            if (value != attribute.Value)
            {
                lines.Add($"{place}/@{attribute.Name.LocalName}: expected '{attribute.Value}', {(value is null ? "but it is not there" : $"got '{value}'")}");
            }
        }

        foreach (XAttribute attribute in actual.Attributes().Where(a => !a.IsNamespaceDeclaration && expected.Attribute(a.Name) is null))
        {
            lines.Add($"{place}/@{attribute.Name.LocalName}: expected nothing, got '{attribute.Value}'");
        }
    }

    // Space around elements is how a document is laid out.
    private static string Text(XElement element)
    {
        string text = string.Concat(element.Nodes().OfType<XText>().Select(static t => t.Value));
        return element.HasElements ? text.Trim() : text;
    }

    private static XElement? Parse(string xml)
    {
        try
        {
            return XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string Show(XName name) => name.NamespaceName.Length == 0 ? $"'{name.LocalName}'" : $"'{name.LocalName}' of '{name.NamespaceName}'";

    private static string Names(XElement[] elements) => elements.Length == 0 ? "" : $": {string.Join(", ", elements.Select(static e => e.Name.LocalName))}";
}
