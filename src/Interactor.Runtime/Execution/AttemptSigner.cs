using Interactor.Runtime.Http;
using Interactor.Runtime.Security;

namespace Interactor.Runtime.Execution;

/// <summary>Signs an attempt that is written, where its security method signs requests.</summary>
internal static class AttemptSigner
{
    /// <summary>Signs the request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="method">Its method, which a redirect may have changed.</param>
    /// <param name="uri">Where it goes.</param>
    /// <param name="builder">What was written of it.</param>
    /// <param name="content">Its body; null where it has none.</param>
    /// <param name="cancellationToken">Ends scripts that sign.</param>
    /// <returns>The URL that it goes to: a signature may add to the query, and takes the place of an old one there.</returns>
    public static ValueTask<Uri> SignAsync(
        OutgoingRequest request, HttpMethod method, Uri uri, RequestBuilder builder, RequestContent? content, CancellationToken cancellationToken)
    {
        if (AuthenticatorOf(request) is { } authenticator)
        {
            uri = RequestUri.WithoutQuery(uri, authenticator.QueryOfSignature);
            authenticator.Sign(new RequestToSign(request.Context, method, uri, builder, content));
        }
        else if (AttemptWriter.MethodOf(request) is { Signature: { } signature })
        {
            return signature.SignAsync(new RequestToSign(request.Context, method, uri, builder, content), cancellationToken);
        }

        return new ValueTask<Uri>(uri);
    }

    /// <summary>Whether scripts are called to sign it.</summary>
    public static bool CallsScripts(OutgoingRequest request) => AttemptWriter.MethodOf(request) is { Signature.Calls: not null };

    /// <summary>Whether the request will be refused once, to learn how it is to be signed.</summary>
    public static bool AwaitsChallenge(OutgoingRequest request) => AuthenticatorOf(request)?.AwaitsChallenge(request.Context) == true;

    /// <summary>Whether a refusal tells how to sign the request, so that it is sent once more.</summary>
    public static bool TakesChallenge(OutgoingRequest request, HttpResponseMessage response, RequestBuilder builder) =>
        AuthenticatorOf(request)?.TakesChallenge(request.Context, response.Headers, builder.HasHeader("Authorization")) == true;

    private static Authenticator? AuthenticatorOf(OutgoingRequest request) =>
        request.SessionUsed is { AppliesCredential: true, Authenticator: { SignsRequests: true } authenticator } ? authenticator : null;
}
