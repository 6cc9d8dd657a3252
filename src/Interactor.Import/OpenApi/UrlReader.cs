using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.Naming;

namespace Interactor.Import.OpenApi;

/// <summary>Reads one absolute URL of a document; variables in it become variables of the connector.</summary>
internal sealed class UrlReader(ImportContext context, VariableTable variables)
{
    /// <summary>Null for a URL without a host, and for what is no URL of HTTP; the caller says what that means.</summary>
    public UrlTemplate? Read(string url, IReadOnlyList<SpecVariable> declared, DocumentPlace place, ImportRule http)
    {
        if (OfVariable(url.Trim(), declared, place) is { } whole)
        {
            return whole;
        }

        if (Normalize(url, place, http) is not { } parts)
        {
            return null;
        }

        (string scheme, string authority, string rest) = parts;
        string[] host = UrlText.Pieces(authority);
        UrlVariables names = new(context, variables, declared, place);
        List<UrlPart> template = [new UrlPart(scheme + "://", IsVariable: false)];
        EgressReader hosts = new(host, names);
        bool isWhole = hosts.IsWhole;
        if (hosts.Read() is not { } egress || !IsPath(rest))
        {
            return null;
        }

        for (int i = 0; i < host.Length; i++)
        {
            Add(template, host[i], i % 2 == 1 ? names.InHost(host[i], isWhole && i == 1, IsPort(host, i)) : null);
        }

        string[] path = UrlText.Pieces(rest.TrimEnd('/'));
        for (int i = 0; i < path.Length; i++)
        {
            Add(template, path[i], i % 2 == 1 ? names.InPath(path[i]) : null);
        }

        return new UrlTemplate(Joined(template), [.. egress.Select(h => h.IsVariable
            ? DefinitionText.Of(ExpressionText.Variable(names.InHost(h.Text, isWhole, isPort: false)))
            : DefinitionText.Of(h.Text))]);
    }

    // {baseUrl}/v1: one variable holds scheme and host.
    private UrlTemplate? OfVariable(string url, IReadOnlyList<SpecVariable> declared, DocumentPlace place)
    {
        string[] pieces = UrlText.Pieces(url);
        if (pieces.Length != 3 || pieces[0].Length > 0 || !(pieces[2].Length == 0 || pieces[2][0] == '/') || !IsPath(pieces[2]))
        {
            return null;
        }

        string name = new UrlVariables(context, variables, declared, place).AsUrl(pieces[1]);
        List<UrlPart> parts = [new UrlPart(name, IsVariable: true)];
        Add(parts, pieces[2].TrimEnd('/'), null);
        return new UrlTemplate(parts, [DefinitionText.Of(ExpressionText.Variable(name))]);
    }

    private (string Scheme, string Authority, string Path)? Normalize(string url, DocumentPlace place, ImportRule http)
    {
        string text = url.Trim();
        text = text.StartsWith("//", StringComparison.Ordinal) ? "https:" + text : text;
        if (UrlText.Split(text) is not { } parts)
        {
            // api.example.com/v1: a host, of which nobody said how it is spoken to.
            int slash = text.IndexOf('/');
            string first = slash < 0 ? text : text[..slash];
            bool isHost = first.Contains('.') && !first.StartsWith('.') && !text.Contains("://") && UrlText.IsHost(first);
            return isHost ? Normalize("https://" + text, place, http) : null;
        }

        (string scheme, string authority, string rest) = parts;
        bool isVariable = scheme.StartsWith('{') && scheme.EndsWith('}');
        if (!isVariable && scheme is not ("http" or "https"))
        {
            return null;
        }

        if (isVariable || (scheme == "http" && !UrlText.IsLocal(authority)))
        {
            context.Log.Add(http, place, url);
            scheme = "https";
        }

        int at = authority.LastIndexOf('@');
        int cut = rest.IndexOfAny(['?', '#']);
        if (at >= 0 || cut >= 0)
        {
            context.Log.Add(ImportRules.ServerCut, place, url);
        }

        return (scheme, at < 0 ? authority : authority[(at + 1)..], cut < 0 ? rest : rest[..cut]);
    }

    private static bool IsPath(string rest) =>
        rest.Length == 0
        || Uri.TryCreate("https://a" + string.Concat(UrlText.Pieces(rest).Select((p, i) => i % 2 == 1 ? "x" : p)), UriKind.Absolute, out _)
        && !rest.Any(c => char.IsControl(c) || c is ' ' or '\\' or '<' or '>' or '"' or '^' or '`' or '|');

    // {host}:{port}
    private static bool IsPort(string[] host, int index) => host[index - 1].EndsWith(':');

    private static void Add(List<UrlPart> template, string text, string? variable)
    {
        if (variable is not null)
        {
            template.Add(new UrlPart(variable, IsVariable: true));
        }
        else if (text.Length > 0)
        {
            template.Add(new UrlPart(text, IsVariable: false));
        }
    }

    private static List<UrlPart> Joined(List<UrlPart> template)
    {
        List<UrlPart> joined = [];
        foreach (UrlPart part in template)
        {
            if (!part.IsVariable && joined is [.., { IsVariable: false } last])
            {
                joined[^1] = new UrlPart(last.Text + part.Text, IsVariable: false);
            }
            else
            {
                joined.Add(part);
            }
        }

        return joined;
    }
}
