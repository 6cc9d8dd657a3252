using System.Net;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>The message that a written attempt is sent as.</summary>
internal static class AttemptMessage
{
    /// <summary>A message of what was written and signed.</summary>
    public static HttpRequestMessage Make(OutgoingRequest request, HttpMethod method, Uri uri, RequestBuilder builder, RequestContent? content)
    {
        HttpRequestMessage message = new(method, uri) { Content = content ?? EmptyBody.For(method), Version = HttpVersion.Version20 };
        if (content is { IsStreamed: true })
        {
            message.Options.Set(RequestContent.StreamedBody, true);

            // What will be refused for its lack of an answer need not be uploaded first (RFC 9110, section 10.1.1).
            message.Headers.ExpectContinue = AttemptSigner.AwaitsChallenge(request) ? true : null;
        }

        foreach ((string name, string value) in builder.Headers)
        {
            // The content is that of the message before where a challenge is answered, and then has its headers.
            if (!message.Headers.TryAddWithoutValidation(name, value) && content?.Headers.NonValidated.Contains(name) == false)
            {
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }
}
