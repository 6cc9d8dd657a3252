using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>One way to authorise requests, as data.</summary>
public sealed class SecurityMethod
{
    /// <summary>The id by which actions refer to it.</summary>
    public required string Id { get; init; }

    /// <summary>How it comes by its credential.</summary>
    public required SecurityKind Kind { get; init; }

    /// <summary>Puts the credential on a request, after the request itself was written. Null where there is none.</summary>
    public Action<RequestBuilder, ActionContext>? Apply { get; init; }

    /// <summary>The scripts that <see cref="Apply"/> needs; null for none.</summary>
    public ScriptCalls<SecurityMethod>? ApplyCalls { get; init; }

    /// <summary>How each request is signed once it is written, for the kind <see cref="SecurityKind.Custom"/>; null for not at all.</summary>
    public RequestSignature? Signature { get; init; }

    /// <summary>The authorization server, for the kinds of OAuth 2.0.</summary>
    public OAuth2Settings? OAuth { get; init; }

    /// <summary>The client and its endpoints, for the kind <see cref="SecurityKind.OAuth1"/>.</summary>
    public OAuth1Settings? OAuth1 { get; init; }

    /// <summary>The keys, for the kind <see cref="SecurityKind.SigV4"/>.</summary>
    public SigV4Settings? SigV4 { get; init; }

    /// <summary>User name and password, for the kind <see cref="SecurityKind.Digest"/>.</summary>
    public DigestSettings? Digest { get; init; }

    /// <summary>What the client signs, for the kind <see cref="SecurityKind.Jwt"/>.</summary>
    public JwtAssertion? Assertion { get; init; }

    /// <summary>The certificate that is presented to every host that the credential goes to; null for none.</summary>
    public ClientCertificate? Certificate { get; init; }

    /// <summary>The request that gives a token, for the kinds <see cref="SecurityKind.Session"/>, <see cref="SecurityKind.AppInstallation"/> and <see cref="SecurityKind.Custom"/>; null for none.</summary>
    public SessionRequest? Session { get; init; }

    /// <summary>The tokens that the answer which gives the main one has beside it.</summary>
    public IReadOnlyList<NamedToken> NamedTokens { get; init; } = [];

    /// <summary>Whether a response says that the token is no longer good; null for status 401 (RFC 6750, section 3.1).</summary>
    public Func<ProviderResponse, bool>? Expired { get; init; }

    /// <summary>What is asked of the provider while an account is connected, in order.</summary>
    public IReadOnlyList<ConnectStep> Connect { get; init; } = [];

    /// <summary>What proves a new connection; null for nothing.</summary>
    public VerifyRequest? Verify { get; init; }

    /// <summary>What withdraws the grant; null where the provider has no such request.</summary>
    public DisconnectRequest? Disconnect { get; init; }

    /// <summary>The servers that replace the connector's for connections of this method.</summary>
    public IReadOnlyList<ServerDescriptor> Servers { get; init; } = [];

    /// <summary>Whether requests carry something that may go to egress hosts only.</summary>
    internal bool HasCredential => Kind is not SecurityKind.None || Certificate is not null;

    /// <summary>Whether a person has to go to the provider for it.</summary>
    internal bool NeedsPerson => Kind is SecurityKind.OAuth2Code or SecurityKind.OAuth2Device || OAuth1 is { RequestUrl: not null };
}
