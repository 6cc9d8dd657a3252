using System.Net;
using Interactor.Runtime.Http;
using Interactor.Runtime.Security;

namespace Interactor.Runtime.Execution;

/// <summary>The message that a written attempt is sent as.</summary>
internal static class AttemptMessage
{
    /// <summary>A message, signed where the security method signs requests.</summary>
    public static HttpRequestMessage Make(OutgoingRequest request, Uri uri, RequestBuilder builder, RequestContent? content)
    {
        Authenticator? signer = SignerOf(request);
        signer?.Sign(new RequestToSign(request.Context, request.Shape.Method, uri, builder, content));
        HttpRequestMessage message = new(request.Shape.Method, uri) { Content = content, Version = HttpVersion.Version20 };
        if (content is { IsStreamed: true })
        {
            message.Options.Set(RequestContent.StreamedBody, true);

            // What will be refused for its lack of an answer need not be uploaded first (RFC 9110, section 10.1.1).
            message.Headers.ExpectContinue = signer?.AwaitsChallenge(request.Context) == true ? true : null;
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

    /// <summary>Whether a refusal tells how to sign the request, so that it is sent once more.</summary>
    public static bool TakesChallenge(OutgoingRequest request, HttpResponseMessage response, RequestBuilder builder) =>
        SignerOf(request)?.TakesChallenge(request.Context, response.Headers, builder.HasHeader("Authorization")) == true;

    private static Authenticator? SignerOf(OutgoingRequest request) =>
        request.SessionUsed is { AppliesCredential: true, Authenticator: { SignsRequests: true } authenticator } ? authenticator : null;
}
