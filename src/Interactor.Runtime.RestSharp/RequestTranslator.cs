using System.Net.Http.Headers;
using RestSharp;

namespace Interactor.Runtime;

/// <summary>Turns a request of the runtime into one of RestSharp that arrives as the same bytes.</summary>
internal static class RequestTranslator
{
    private static readonly HttpRequestOptionsKey<bool> StreamedBody = new("Interactor.Runtime.StreamedBody");

    public static async Task<RestRequest> TranslateAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        RestRequest request = new()
        {
            Method = MethodOf(message.Method),
            Version = message.Version,
            CompletionOption = HttpCompletionOption.ResponseHeadersRead,
        };
        AddTarget(request, message.RequestUri!.AbsoluteUri);
        AddHeaders(request, message.Headers);
        if (message.Content is { } content && !IsStreamed(message))
        {
            byte[] bytes = await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);

            // The type stands as a header below: RestSharp would parse a body's own type and write it anew.
            request.AddParameter(new BodyParameter(bytes, ContentType.Binary, DataFormat.Binary));
            AddHeaders(request, content.Headers);
        }

        return request;
    }

    /// <summary>Whether the body is not in memory, and must not be read into it.</summary>
    public static bool IsStreamed(HttpRequestMessage message) => message.Options.TryGetValue(StreamedBody, out bool isStreamed) && isStreamed;

    private static Method MethodOf(HttpMethod method) => Enum.TryParse(method.Method, ignoreCase: true, out Method known)
        ? known
        : throw new InteractorException(ErrorCode.InputInvalid, $"RestSharp has no method {method.Method}.");

    /// <summary>Parameters of the query one by one, because authenticators sign them and interceptors read them; they are encoded already.</summary>
    private static void AddTarget(RestRequest request, string url)
    {
        int mark = url.IndexOf('?', StringComparison.Ordinal);
        string[] pairs = mark < 0 ? [] : url[(mark + 1)..].Split('&');
        if (Array.Exists(pairs, static pair => pair.Length == 0 || pair[0] == '='))
        {
            // A parameter without a name, which RestSharp does not know, stays where it is.
            request.Resource = url;
            return;
        }

        request.Resource = mark < 0 ? url : url[..mark];
        foreach (string pair in pairs)
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            request.AddParameter(equals < 0
                ? new QueryParameter(pair, null, encode: false)
                : new QueryParameter(pair[..equals], pair[(equals + 1)..], encode: false));
        }
    }

    private static void AddHeaders(RestRequest request, HttpHeaders headers)
    {
        foreach ((string name, HeaderStringValues values) in headers.NonValidated)
        {
            // The length is that of the bytes, and RestSharp counts them itself.
            if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                request.AddParameter(new HeaderParameter(name, string.Join(", ", values), encode: false));
            }
        }
    }
}
