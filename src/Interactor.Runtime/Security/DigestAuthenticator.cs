using System.Net.Http.Headers;

namespace Interactor.Runtime.Security;

/// <summary>Answers the challenge of a provider, and signs each further request with it (RFC 7616).</summary>
internal sealed class DigestAuthenticator : Authenticator
{
    public override bool IssuesTokens => false;

    public override bool ObtainsFirstToken => false;

    public override bool SignsRequests => true;

    public override bool CanRenew(Token? current) => false;

    public override ValueTask<Token> RenewAsync(ActionContext context, Token? current) =>
        throw new NotSupportedException("A password is not renewed.");

    public override void Sign(in RequestToSign request)
    {
        // Until the provider says how, nothing of the password is sent.
        if (request.Context.Session.Challenge is not { } challenge)
        {
            return;
        }

        DigestSettings settings = request.Context.Session.Method!.Digest!;
        DigestAnswer answer = new(challenge, settings.Username(request.Context), settings.Password(request.Context));
        request.Headers.Header("Authorization", answer.Authorization(request.Method.Method, request.Uri.PathAndQuery, request.Content));
    }

    public override bool AwaitsChallenge(ActionContext context) => context.Session.Challenge is null;

    public override bool TakesChallenge(ActionContext context, HttpResponseHeaders headers, bool isAnswered)
    {
        DigestChallenge? best = null;
        foreach (AuthenticationHeaderValue header in headers.WwwAuthenticate)
        {
            if (header.Scheme.Equals("Digest", StringComparison.OrdinalIgnoreCase)
                && DigestChallenge.Read(header.Parameter ?? "", context.Runtime.NewUuid()) is { } challenge
                && (best is null || challenge.Algorithm > best.Algorithm))
            {
                best = challenge;
            }
        }

        // An answer that is refused is wrong, save where only its nonce was too old (section 3.3); to try again would lock the account.
        if (best is null || (isAnswered && !best.IsStale))
        {
            return false;
        }

        context.Session.Challenge = best;
        return true;
    }
}
