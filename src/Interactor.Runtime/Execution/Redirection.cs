using System.Net;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>Follows redirects (RFC 9110, section 15.4) of a request without a body as long as they stay with the same scheme, host and port.</summary>
internal static class Redirection
{
    private const int MaxRedirects = 5;

    /// <summary>Whether an answer to a request without a body leads on.</summary>
    public static bool Is(HttpMethod method, HttpStatusCode status) => IsRedirect(status) && (method == HttpMethod.Get || method == HttpMethod.Head);

    /// <summary>The answer that the redirects lead to, or the first one that may not be followed.</summary>
    public static async ValueTask<HttpResponseMessage> FollowAsync(
        HttpMessageInvoker invoker, HttpResponseMessage response, Uri uri, OutgoingRequest request, RequestBuilder builder, CancellationToken cancellationToken)
    {
        for (int i = 0; i < MaxRedirects && IsRedirect(response.StatusCode) && response.Headers.Location is { } location; i++)
        {
            if (!Uri.TryCreate(uri, location, out Uri? target)
                || Uri.Compare(uri, target, UriComponents.SchemeAndServer | UriComponents.UserInfo, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) != 0)
            {
                break;
            }

            // What stands behind '#' is for whoever shows the answer, and is not sent (RFC 9110, section 7.1).
            response.Dispose();
            uri = target.Fragment.Length == 0 ? target : new Uri(target.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped));
            request.GoesTo(uri);
            uri = await AttemptSigner.SignAsync(request, uri, builder, content: null, cancellationToken).ConfigureAwait(false);
            response = await invoker.SendAsync(AttemptMessage.Make(request, uri, builder, content: null), cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;
}
