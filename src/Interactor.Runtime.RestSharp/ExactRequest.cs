using System.Net.Http.Headers;
using RestSharp.Interceptors;

namespace Interactor.Runtime;

/// <summary>
/// Sees to it that the request arrives as the runtime wrote it: RestSharp writes URLs anew, and gives a media type to a body without one.
/// What the client added stays, and goes to listed hosts only.
/// </summary>
internal sealed class ExactRequest(HttpRequestMessage original, HostList hosts) : Interceptor
{
    private const string UserAgent = "User-Agent";

    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        string wanted = original.RequestUri!.AbsoluteUri;
        string canonical = new Uri(wanted).AbsoluteUri;
        string built = requestMessage.RequestUri!.AbsoluteUri;
        if (canonical != wanted && built.StartsWith(canonical, StringComparison.Ordinal))
        {
            requestMessage.RequestUri = new Uri(
                wanted + built[canonical.Length..], new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        }

        // RestSharp names itself behind the name that the connector gives.
        if (original.Headers.NonValidated.TryGetValues(UserAgent, out HeaderStringValues agents))
        {
            requestMessage.Headers.Remove(UserAgent);
            requestMessage.Headers.TryAddWithoutValidation(UserAgent, agents.ToString());
        }

        hosts.Check(requestMessage.RequestUri);
        if (RequestTranslator.IsStreamed(original))
        {
            requestMessage.Content = new ForwardedContent(original.Content!);
            return ValueTask.CompletedTask;
        }

        if (original.Content is { } content && !content.Headers.Contains("Content-Type"))
        {
            requestMessage.Content?.Headers.Remove("Content-Type");
        }

        return ValueTask.CompletedTask;
    }
}
