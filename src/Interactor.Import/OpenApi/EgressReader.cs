namespace Interactor.Import.OpenApi;

/// <summary>The hosts that a URL can lead to, for <c>egress</c>.</summary>
/// <param name="pieces">Host and port: text at even places, names of variables at odd ones.</param>
internal sealed class EgressReader(string[] pieces, UrlVariables variables)
{
    // More hosts than this are no list that anybody reads.
    private const int MostHosts = 24;

    /// <summary>One variable is all of the host; a port may follow.</summary>
    public bool IsWhole => pieces is ["", _, ""] || (pieces is ["", _, [':', ..], ..] && pieces.Length <= 5);

    /// <summary>Hosts, or the one variable that holds the host; null where no list of hosts can say it.</summary>
    public IReadOnlyList<UrlPart>? Read()
    {
        if (pieces.Length == 1)
        {
            string host = pieces[0].ToLowerInvariant();
            return UrlText.IsHost(host) ? [new UrlPart(UrlText.WithoutPort(host), IsVariable: false)] : null;
        }

        if (IsWhole)
        {
            return [new UrlPart(pieces[1], IsVariable: true)];
        }

        return Listed() ?? Wildcard();
    }

    // Every variable of the host has a list of values.
    private List<UrlPart>? Listed()
    {
        List<string> hosts = [""];
        for (int i = 0; i < pieces.Length; i++)
        {
            if (i % 2 == 0)
            {
                hosts = [.. hosts.Select(h => h + pieces[i])];
                continue;
            }

            IReadOnlyList<string> choices = pieces[i - 1].EndsWith(':') ? ["1"] : variables.ChoicesOf(pieces[i]);
            if (choices.Count == 0 || hosts.Count * choices.Count > MostHosts)
            {
                return null;
            }

            hosts = [.. hosts.SelectMany(h => choices.Select(c => h + c))];
        }

        return hosts.All(UrlText.IsHost)
            ? [.. hosts.Select(h => new UrlPart(UrlText.WithoutPort(h.ToLowerInvariant()), IsVariable: false)).Distinct()]
            : null;
    }

    // {region}.example.com: every host below example.com.
    private List<UrlPart>? Wildcard()
    {
        string text = string.Concat(pieces.Select((p, i) => i % 2 == 1 ? (pieces[i - 1].EndsWith(':') ? "1" : "{") : p));
        string host = UrlText.WithoutPort(text).ToLowerInvariant();
        int dot = host.IndexOf('.', host.LastIndexOf('{') + 1);
        string suffix = dot < 0 ? "" : host[(dot + 1)..];
        return suffix.Contains('.') && UrlText.IsHost(suffix) && UrlText.IsHost(host.Replace("{", "a"))
            ? [new UrlPart("*." + suffix, IsVariable: false)]
            : null;
    }
}
