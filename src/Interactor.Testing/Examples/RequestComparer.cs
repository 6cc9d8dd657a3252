using System.Text.Json;
using Interactor.Compiler.Model;

namespace Interactor.Testing.Examples;

/// <summary>Compares a request with what a test expects: the parts that the test gives, and no others.</summary>
internal static class RequestComparer
{
    /// <summary>One line for each difference.</summary>
    public static IReadOnlyList<string> Differences(TestExpectation expected, SentRequest sent)
    {
        List<string> lines = [];
        if (expected.Method is { } method && method != sent.Method)
        {
            lines.Add($"method: expected {method}, got {sent.Method}");
        }

        if (expected.Url is { } url && !IsUrl(url, sent.Url))
        {
            lines.Add($"url: expected {url}, got {(url.Contains('?', StringComparison.Ordinal) ? sent.Url.ToString() : WithoutQuery(sent.Url))}");
        }

        if (expected.Path is { } path && !IsPath(path, sent.Url.AbsolutePath))
        {
            lines.Add($"path: expected {path}, got {sent.Url.AbsolutePath}");
        }

        ComparePairs("query", expected.Query, sent.Query, StringComparison.Ordinal, lines);
        ComparePairs("header", expected.Headers.Count == 0 ? null : expected.Headers, sent.Headers, StringComparison.OrdinalIgnoreCase, lines);
        if (expected.Form is { } form)
        {
            ComparePairs("form", form, sent.Form, StringComparison.Ordinal, lines);
        }

        CompareBody(expected, sent, lines);
        return lines;
    }

    /// <summary>Whether a path is the one that a test writes, which may be decoded.</summary>
    public static bool IsPath(string expected, string sent) =>
        expected == sent
        || (!expected.Contains('%', StringComparison.Ordinal)
            && !sent.Contains("%2F", StringComparison.OrdinalIgnoreCase)
            && expected == Uri.UnescapeDataString(sent));

    /// <summary>Whether a URL is the one that a test writes; without a query in it, any query will do.</summary>
    public static bool IsUrl(string expected, Uri sent)
    {
        if (!Uri.TryCreate(expected, UriKind.Absolute, out Uri? url))
        {
            return false;
        }

        bool isServer = Uri.Compare(url, sent, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
        return isServer && IsPath(url.AbsolutePath, sent.AbsolutePath) && (url.Query.Length == 0 || url.Query == sent.Query);
    }

    // A name may stand several times; then its values are compared in order. An empty mapping expects nothing at all.
    private static void ComparePairs(
        string what, IReadOnlyList<TestPair>? expected, IReadOnlyList<KeyValuePair<string, string>> sent, StringComparison names, List<string> lines)
    {
        if (expected is { Count: 0 } && sent.Count > 0)
        {
            lines.Add($"{what}: expected none, got {string.Join(", ", sent.Select(p => $"{p.Key}={p.Value}"))}");
        }

        foreach (IGrouping<string, TestPair> group in (expected ?? []).GroupBy(p => p.Name, StringComparer.FromComparison(names)))
        {
            string wanted = string.Join(", ", group.Select(p => p.Value));
            string[] values = [.. sent.Where(p => string.Equals(p.Key, group.Key, names)).Select(p => p.Value)];
            if (values.Length == 0)
            {
                lines.Add($"{what} {group.Key}: expected {wanted}, but it is not there{Others(sent, names == StringComparison.Ordinal)}");
            }
            else if (string.Join(", ", values) != wanted)
            {
                lines.Add($"{what} {group.Key}: expected {wanted}, got {string.Join(", ", values)}");
            }
        }
    }

    private static string Others(IReadOnlyList<KeyValuePair<string, string>> sent, bool isShown) =>
        isShown ? sent.Count == 0 ? " (there is none)" : $" (there is {string.Join(", ", sent.Select(p => p.Key).Distinct())})" : "";

    private static void CompareBody(TestExpectation expected, SentRequest sent, List<string> lines)
    {
        if (expected.Text is { } text && text != sent.Text)
        {
            lines.Add($"text: expected {text}, got {sent.Text}");
        }

        if (expected.Xml is { } xml)
        {
            lines.AddRange(XmlDifference.Find(xml, sent.Text).Select(line => $"xml {line}"));
        }

        if (expected.Json is { } json)
        {
            using JsonDocument wanted = JsonDocument.Parse(json);
            if (TryParse(sent.Body) is { } body)
            {
                using (body)
                {
                    lines.AddRange(JsonDifference.Find(wanted.RootElement, body.RootElement).Select(line => $"json {line}"));
                }
            }
            else
            {
                lines.Add(sent.Body.Length == 0 ? "json: expected a body, but there is none" : $"json: the body is not JSON: {sent.Text}");
            }
        }
    }

    private static JsonDocument? TryParse(byte[] utf8)
    {
        try
        {
            return JsonDocument.Parse(utf8);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string WithoutQuery(Uri url) => url.GetLeftPart(UriPartial.Path);
}
