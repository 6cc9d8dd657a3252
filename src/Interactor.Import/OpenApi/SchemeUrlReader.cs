using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.Naming;

namespace Interactor.Import.OpenApi;

/// <summary>Reads the endpoints of OAuth schemes.</summary>
internal sealed class SchemeUrlReader(ImportContext context, VariableTable variables, EgressTable egress, ServerReader servers)
{
    private readonly UrlReader _urls = new(context, variables);

    /// <summary>Null where there is no usable URL; reported where there is an unusable one.</summary>
    public SchemeUrl? Read(DocumentPlace flow, string key, string scheme)
    {
        if (flow.TextOf(key)?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        DocumentPlace place = flow.Find(key)!;
        int hash = text.IndexOf('#');
        string whole = hash < 0 ? text : text[..hash];
        int mark = whole.IndexOf('?');
        string url = mark < 0 ? whole : whole[..mark];
        DefinitionValue.Mapping parameters = mark < 0 ? DefinitionValue.Mapping.Empty : ReadQuery(whole[(mark + 1)..]);
        if (_urls.Read(url, [], place, ImportRules.SecurityHttp) is { } absolute)
        {
            egress.Add(absolute.Hosts);
            return new SchemeUrl(absolute.Text, parameters);
        }

        // A relative URL stands below the server (RFC 3986 would resolve it against the document, which nobody does).
        if (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) && url.All(c => c is > ' ' and <= '~' and not ('{' or '}' or '\\' or '$')))
        {
            return new SchemeUrl(servers.MainUrl + DefinitionText.Of(url), parameters);
        }

        context.Log.Add(ImportRules.SecurityUrl, place, text, scheme);
        return null;
    }

    private static DefinitionValue.Mapping ReadQuery(string query)
    {
        DefinitionValue.Mapping parameters = DefinitionValue.Mapping.Empty;
        foreach (string pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=');
            string name = Uri.UnescapeDataString(equals < 0 ? pair : pair[..equals]);
            string value = equals < 0 ? "" : Uri.UnescapeDataString(pair[(equals + 1)..].Replace('+', ' '));
            if (name.Length > 0 && parameters.Find(name) is null)
            {
                parameters = parameters.With(name, value);
            }
        }

        return parameters;
    }
}
