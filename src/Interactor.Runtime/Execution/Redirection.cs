using System.Net;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>
/// Follows redirects (RFC 9110, section 15.4): those of a request that only asks, and status 303, which sends any request on to ask for its result. To
/// another origin a request goes only where the connector lists the host, and takes nothing of the first one along.
/// </summary>
internal sealed class Redirection(ConnectorRuntime runtime)
{
    private const int MaxRedirects = 5;

    /// <summary>Whether an answer leads on.</summary>
    public static bool Is(HttpMethod method, HttpStatusCode status, bool hasContent) =>
        status == HttpStatusCode.SeeOther || (!hasContent && IsRedirect(status) && (method == HttpMethod.Get || method == HttpMethod.Head));

    /// <summary>The answer that the redirects lead to, or the first one that may not be followed.</summary>
    public async ValueTask<HttpResponseMessage> FollowAsync(
        HttpMessageInvoker invoker, HttpResponseMessage response, Uri uri, OutgoingRequest request, RequestBuilder builder, CancellationToken cancellationToken)
    {
        HttpMethod method = request.Shape.Method;
        for (int i = 0; i < MaxRedirects && IsRedirect(response.StatusCode) && Target(uri, response) is { } target; i++)
        {
            if (!IsSameOrigin(uri, target))
            {
                if (!runtime.Egress.AllowsRedirect(target, request.Context.Variables))
                {
                    break;
                }

                request.IsElsewhere = true;
            }

            if (method != HttpMethod.Get && method != HttpMethod.Head)
            {
                method = HttpMethod.Get;
                builder.DropBody();
            }

            response.Dispose();
            uri = target;
            request.GoesTo(uri);
            if (request.IsElsewhere)
            {
                response = await runtime.Invoker.SendAsync(Bare(request, method, uri), cancellationToken).ConfigureAwait(false);
                continue;
            }

            uri = await AttemptSigner.SignAsync(request, method, uri, builder, content: null, cancellationToken).ConfigureAwait(false);
            response = await invoker.SendAsync(AttemptMessage.Make(request, method, uri, builder, content: null), cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    /// <summary>Says that a redirect was not followed, where it leads, and who may allow it; null for an answer that is none.</summary>
    public static string? Refusal(OutgoingRequest request, ProviderResponse response)
    {
        if (!IsRedirect((HttpStatusCode)response.Status))
        {
            return null;
        }

        string target = response.Headers.TryGetValue("Location", out string? location) && Uri.TryCreate(location, UriKind.Absolute, out Uri? uri) && uri.Host.Length > 0
            ? $" to '{ShownName.Of(SecretRedactor.Redact(RequestUri.AsciiHostOf(uri) ?? uri.Host, request.Context))}'"
            : "";
        return $"The provider answered with a redirect ({response.Status}){target} that is not followed. GET and HEAD requests follow redirects within the same scheme, host and port, "
            + "any request a 303, five at most; another host has to be listed under 'egress' of the connector, and is reached by https without the credential.";
    }

    // What stands behind '#' is for whoever shows the answer, and is not sent (RFC 9110, section 7.1).
    private static Uri? Target(Uri uri, HttpResponseMessage response) =>
        response.Headers.Location is not { } location || !Uri.TryCreate(uri, location, out Uri? target) ? null
        : target.Fragment.Length == 0 ? target
        : new Uri(target.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped));

    private static bool IsSameOrigin(Uri uri, Uri target) =>
        Uri.Compare(uri, target, UriComponents.SchemeAndServer | UriComponents.UserInfo, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    // Where a download is handed over to a storage, its URL is all that the storage wants, and a credential of somebody else's is refused there.
    private static HttpRequestMessage Bare(OutgoingRequest request, HttpMethod method, Uri uri)
    {
        HttpRequestMessage message = new(method, uri) { Version = HttpVersion.Version20 };
        message.Headers.TryAddWithoutValidation("Accept", request.Shape.Accept);
        return message;
    }

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;
}
