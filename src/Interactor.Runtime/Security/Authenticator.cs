using System.Net.Http.Headers;

namespace Interactor.Runtime.Security;

/// <summary>How a kind of security method obtains a token, or signs requests. How a token is sent is data in the method.</summary>
internal abstract class Authenticator
{
    private static readonly (SecurityKind Kind, Authenticator Authenticator)[] Kinds =
    [
        (SecurityKind.None, GivenValuesAuthenticator.Instance),
        (SecurityKind.ApiKey, GivenValuesAuthenticator.Instance),
        (SecurityKind.Basic, GivenValuesAuthenticator.Instance),
        (SecurityKind.Bearer, GivenValuesAuthenticator.Instance),
        (SecurityKind.OAuth2Code, new OAuth2CodeAuthenticator()),
        (SecurityKind.OAuth2ClientCredentials, new OAuth2ClientCredentialsAuthenticator()),
        (SecurityKind.OAuth2Password, new OAuth2GrantAuthenticator("password", ErrorCode.AuthRevoked)),
        (SecurityKind.OAuth2JwtBearer, new OAuth2GrantAuthenticator("urn:ietf:params:oauth:grant-type:jwt-bearer", ErrorCode.AuthDenied)),
        (SecurityKind.OAuth2Saml2, new OAuth2GrantAuthenticator("urn:ietf:params:oauth:grant-type:saml2-bearer", ErrorCode.AuthRevoked)),
        (SecurityKind.Session, new SessionAuthenticator()),
        (SecurityKind.Jwt, new JwtAuthenticator()),
        (SecurityKind.OAuth2Device, new OAuth2DeviceAuthenticator()),
        (SecurityKind.OAuth1, new OAuth1Authenticator()),
        (SecurityKind.AppInstallation, new SessionAuthenticator()),
        (SecurityKind.SigV4, new SigV4Authenticator()),
        (SecurityKind.Digest, new DigestAuthenticator()),
    ];

    /// <summary>Whether the kind has tokens that the provider issued and lets expire.</summary>
    public abstract bool IssuesTokens { get; }

    /// <summary>Whether another token can be had without asking a person.</summary>
    public abstract bool CanRenew(Token? current);

    /// <summary>Whether a connection without a token can obtain its first one by itself.</summary>
    public abstract bool ObtainsFirstToken { get; }

    /// <summary>Obtains another token.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthRevoked"/>: the grant is gone. Any other code: it did not work this time.</exception>
    public abstract ValueTask<Token> RenewAsync(ActionContext context, Token? current);

    /// <summary>Whether each request carries a signature of its own.</summary>
    public virtual bool SignsRequests => false;

    /// <summary>The parameters by which a query carries such a signature, as a query: none of a link's is sent beside the request's own.</summary>
    public virtual string QueryOfSignature => "";

    /// <summary>Signs a request that is written, and has its credential and its URL.</summary>
    public virtual void Sign(in RequestToSign request)
    {
    }

    /// <summary>Whether the next request will be refused with what is needed for signing.</summary>
    public virtual bool AwaitsChallenge(ActionContext context) => false;

    /// <summary>Whether a refusal tells how to sign, so that the request is sent once more.</summary>
    /// <param name="isAnswered">Whether the request was signed.</param>
    public virtual bool TakesChallenge(ActionContext context, HttpResponseHeaders headers, bool isAnswered) => false;

    public static Authenticator For(SecurityMethod? method)
    {
        SecurityKind kind = method?.Kind ?? SecurityKind.None;
        if (kind == SecurityKind.Custom)
        {
            kind = method!.Session is null ? SecurityKind.None : SecurityKind.Session;
        }

        foreach ((SecurityKind candidate, Authenticator authenticator) in Kinds)
        {
            if (candidate == kind)
            {
                return authenticator;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(method), kind, "No authenticator for this kind.");
    }
}
