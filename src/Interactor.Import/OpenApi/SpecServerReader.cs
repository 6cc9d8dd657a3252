using Interactor.Import.Documents;

namespace Interactor.Import.OpenApi;

/// <summary>Reads servers: those of OpenAPI 3, and host, basePath and schemes of Swagger 2.0.</summary>
internal static class SpecServerReader
{
    /// <summary>The servers of the document itself.</summary>
    public static IReadOnlyList<SpecServer> OfDocument(ImportContext context) =>
        context.IsSwagger ? [OfSwagger(context.Top)] : OfList(context.Top);

    /// <summary>The servers that a document, a path or an operation lists; none where it lists none.</summary>
    public static IReadOnlyList<SpecServer> OfList(DocumentPlace owner)
    {
        List<SpecServer> servers = [];
        foreach (DocumentPlace server in owner.Find("servers")?.Items ?? [])
        {
            if (server.TextOf("url") is { } url)
            {
                servers.Add(new SpecServer(url.Trim(), [.. (server.Find("variables")?.Members ?? []).Select(ReadVariable)], server));
            }
        }

        return servers;
    }

    private static SpecVariable ReadVariable(DocumentPlace place) =>
        new(place.Token, place.TextOf("default"), [.. place.TextsOf("enum").Distinct()], place.TextOf("description"));

    // Without a host the document means the one that it was fetched from.
    private static SpecServer OfSwagger(DocumentPlace top)
    {
        string path = top.TextOf("basePath")?.Trim() ?? "";
        string[] schemes = [.. top.TextsOf("schemes").Select(s => s.Trim().ToLowerInvariant())];
        string scheme = schemes.Contains("https") || !schemes.Contains("http") ? "https" : "http";
        string? host = top.TextOf("host")?.Trim();
        string url = string.IsNullOrEmpty(host) ? path
            : (host.Contains("://") ? host : scheme + "://" + host).TrimEnd('/') + (path.StartsWith('/') || path.Length == 0 ? path : "/" + path);
        return new SpecServer(url, [], top.Find("host") ?? top);
    }
}
