using System.Text;
using System.Text.RegularExpressions;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Testing.Samples;

namespace Interactor.Testing.Sandbox.Routing;

/// <summary>The URL of a request as far as a definition fixes it.</summary>
internal sealed class UrlTemplate
{
    private readonly Regex _path;

    private UrlTemplate(string pattern, string shown, string? host, int fixedLength)
    {
        // A path comes from outside, and this engine takes time in proportion to it only.
        _path = new Regex($@"\A{pattern}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        Shown = shown;
        Host = host;
        FixedLength = fixedLength;
    }

    /// <summary>The path with <c>{name}</c> for what a request decides.</summary>
    public string Shown { get; }

    /// <summary>The host; null where variables or the request decide.</summary>
    public string? Host { get; }

    /// <summary>How many characters of the path are fixed: the more, the more particular is the template.</summary>
    public int FixedLength { get; }

    /// <summary>The values in the path, encoded as they came; null where the path is another.</summary>
    public string[]? Match(string path) => _path.Match(path) is { Success: true } match ? [.. match.Groups.Values.Skip(1).Select(g => g.Value)] : null;

    /// <summary>A template of an absolute URL.</summary>
    public static UrlTemplate Of(TypedExpression url) => Of(url, [], isWhole: true);

    /// <summary>A template of a path below a server.</summary>
    public static UrlTemplate Of(TypedExpression server, IReadOnlyList<PathPart> path) => Of(server, path, isWhole: false);

    private static UrlTemplate Of(TypedExpression start, IReadOnlyList<PathPart> path, bool isWhole)
    {
        StringBuilder pattern = new();
        StringBuilder shown = new();
        int fixedLength = 0;
        (string? host, List<(string? Text, string Name)> parts) = Split(start);
        if (host is null && parts.Count == 0)
        {
            // The whole URL is a value: any path may be meant, or any path before this one.
            pattern.Append(isWhole ? "(.*)" : "(?:/.*)?");
            shown.Append(isWhole ? $"/{{{ExpressionText.NameOf(start)}}}" : "");
        }

        if (!isWhole && parts.Count > 0 && parts[^1].Text is { } last)
        {
            parts[^1] = (last.TrimEnd('/'), "");
        }

        IEnumerable<(string? Text, string Name)> tail = path.Select(part => part is PathValue value ? ((string?)null, ExpressionText.NameOf(value.Value)) : (((PathLiteral)part).Text, ""));
        foreach ((string? text, string name) in parts.Concat(tail))
        {
            string? literal = text is null ? null : text.Split('?', '#')[0];
            pattern.Append(literal is null ? "([^/]+)" : Regex.Escape(literal));
            shown.Append(literal ?? $"{{{name}}}");
            fixedLength += literal?.Length ?? 0;
        }

        return new UrlTemplate(pattern.Length == 0 ? "/?" : pattern.ToString(), shown.Length == 0 ? "/" : shown.ToString(), host, fixedLength);
    }

    // The host (empty where variables decide, null where the whole URL is a value), and what follows it.
    private static (string? Host, List<(string? Text, string Name)> Path) Split(TypedExpression url)
    {
        IReadOnlyList<TypedExpression> expressions = url is InterpolationExpression interpolation ? interpolation.Parts : [url];
        List<(string? Text, string Name)> path = [];
        StringBuilder authority = new();
        bool isFixed = true;
        bool isInPath = false;
        foreach (TypedExpression expression in expressions)
        {
            string? text = ExpressionText.Parts(expression)[0];
            if (isInPath)
            {
                path.Add((text, ExpressionText.NameOf(expression)));
                continue;
            }

            if (text is null)
            {
                if (authority.Length == 0)
                {
                    return (null, expressions.Count == 1 ? [] : Rest(expressions));
                }

                isFixed = false;
                continue;
            }

            string rest = authority.Length == 0 ? text[(text.IndexOf("//", StringComparison.Ordinal) is var slashes && slashes < 0 ? 0 : slashes + 2)..] : text;
            int slash = rest.IndexOf('/', StringComparison.Ordinal);
            authority.Append(slash < 0 ? rest.Length == 0 ? " " : rest : rest[..slash]);
            if (slash >= 0)
            {
                isInPath = true;
                path.Add((rest[slash..], ""));
            }
        }

        return (isFixed ? authority.ToString() : "", path);
    }

    // A base URL in a variable, followed by a fixed path.
    private static List<(string? Text, string Name)> Rest(IReadOnlyList<TypedExpression> expressions) =>
        [.. expressions.Skip(1).Select(e => (ExpressionText.Parts(e)[0], ExpressionText.NameOf(e)))];
}
