using Interactor.Runtime.Http;
using Interactor.Runtime.Security;

namespace Interactor.Runtime.Execution;

/// <summary>Signs an attempt that is written, where its security method signs requests.</summary>
internal static class AttemptSigner
{
    /// <summary>Signs the request.</summary>
    /// <returns>The URL that it goes to: a signature may add to the query.</returns>
    public static ValueTask<Uri> SignAsync(OutgoingRequest request, Uri uri, RequestBuilder builder, RequestContent? content, CancellationToken cancellationToken)
    {
        if (AuthenticatorOf(request) is { } authenticator)
        {
            authenticator.Sign(new RequestToSign(request.Context, request.Shape.Method, uri, builder, content));
        }
        else if (AttemptWriter.MethodOf(request) is { Signature: { } signature })
        {
            return signature.SignAsync(new RequestToSign(request.Context, request.Shape.Method, uri, builder, content), cancellationToken);
        }

        return new ValueTask<Uri>(uri);
    }

    /// <summary>Whether the request will be refused once, to learn how it is to be signed.</summary>
    public static bool AwaitsChallenge(OutgoingRequest request) => AuthenticatorOf(request)?.AwaitsChallenge(request.Context) == true;

    /// <summary>Whether a refusal tells how to sign the request, so that it is sent once more.</summary>
    public static bool TakesChallenge(OutgoingRequest request, HttpResponseMessage response, RequestBuilder builder) =>
        AuthenticatorOf(request)?.TakesChallenge(request.Context, response.Headers, builder.HasHeader("Authorization")) == true;

    private static Authenticator? AuthenticatorOf(OutgoingRequest request) =>
        request.SessionUsed is { AppliesCredential: true, Authenticator: { SignsRequests: true } authenticator } ? authenticator : null;
}
