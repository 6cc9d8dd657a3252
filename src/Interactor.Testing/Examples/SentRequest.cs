using System.Net;
using System.Text;

namespace Interactor.Testing.Examples;

/// <summary>A request as it would have gone out.</summary>
internal sealed record SentRequest(string Method, Uri Url, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public IReadOnlyList<KeyValuePair<string, string>> Query => PairsOf(Url.Query.TrimStart('?'));

    public IReadOnlyList<KeyValuePair<string, string>> Form => PairsOf(Text);

    public static SentRequest Read(HttpRequestMessage request)
    {
        using MemoryStream body = new();
        request.Content?.CopyTo(body, null, CancellationToken.None);
        List<KeyValuePair<string, string>> headers = [.. request.Headers.NonValidated.Select(Pair)];
        if (request.Content is { } content)
        {
            headers.AddRange(content.Headers.NonValidated.Select(Pair));
        }

        return new SentRequest(request.Method.Method, request.RequestUri!, headers, body.ToArray());
    }

    /// <summary>The request in one line, as messages name it.</summary>
    public override string ToString() => $"{Method} {Url}";

    /// <summary>The pairs of a query or of a form (<c>application/x-www-form-urlencoded</c>).</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> PairsOf(string text) =>
    [
        .. text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(static pair =>
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            return new KeyValuePair<string, string>(
                WebUtility.UrlDecode(equals < 0 ? pair : pair[..equals]),
                equals < 0 ? "" : WebUtility.UrlDecode(pair[(equals + 1)..]));
        }),
    ];

    private static KeyValuePair<string, string> Pair(KeyValuePair<string, System.Net.Http.Headers.HeaderStringValues> header) =>
        new(header.Key, string.Join(", ", header.Value));
}
