using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>The endpoints and habits of an OAuth 2.0 authorization server (RFC 6749).</summary>
public sealed class OAuth2Settings
{
    /// <summary>The authorization endpoint (section 3.1); not used by the client credentials grant.</summary>
    public Func<ActionContext, string>? AuthorizeUrl { get; init; }

    /// <summary>Adds parameters to the authorization request that the grant itself does not know.</summary>
    public Action<NamedValues, ActionContext>? AuthorizeParameters { get; init; }

    /// <summary>Whether the code is bound to this client by PKCE with S256 (RFC 7636).</summary>
    public bool Pkce { get; init; } = true;

    /// <summary>The device authorization endpoint (RFC 8628, section 3.1), for <see cref="SecurityKind.OAuth2Device"/>.</summary>
    public Func<ActionContext, string>? DeviceUrl { get; init; }

    /// <summary>Adds parameters to the request for a device code.</summary>
    public Action<NamedValues, ActionContext>? DeviceParameters { get; init; }

    /// <summary>The token endpoint (section 3.2).</summary>
    public required Func<ActionContext, string> TokenUrl { get; init; }

    /// <summary>Adds parameters to the token request that obtains the first token.</summary>
    public Action<NamedValues, ActionContext>? TokenParameters { get; init; }

    /// <summary>Adds what the grant itself sends: a user name and a password, or an assertion.</summary>
    public Action<NamedValues, ActionContext>? GrantParameters { get; init; }

    /// <summary>The assertion that is the grant, for <see cref="SecurityKind.OAuth2JwtBearer"/> (RFC 7523, section 2.1).</summary>
    public JwtAssertion? GrantAssertion { get; init; }

    /// <summary>Whether token requests send a JSON object in place of a form.</summary>
    public bool SendsJson { get; init; }

    /// <summary>Where the answer of the token endpoint says what; null for where RFC 6749, section 5.1, has it.</summary>
    public TokenAnswer? Answer { get; init; }

    /// <summary>The revocation endpoint (RFC 7009); null where the provider has none.</summary>
    public Func<ActionContext, string>? RevokeUrl { get; init; }

    /// <summary>Whether an answer of the token endpoint says that the grant is gone; beside <c>invalid_grant</c> (RFC 6749, section 5.2).</summary>
    public Func<ProviderResponse, bool>? Revoked { get; init; }

    /// <summary>The introspection endpoint (RFC 7662), which is asked where the token endpoint does not say when a token expires; null where nobody is asked.</summary>
    public Func<ActionContext, string>? IntrospectUrl { get; init; }

    /// <summary>Adds headers to every token request.</summary>
    public Action<NamedValues, ActionContext>? TokenHeaders { get; init; }

    /// <summary>Where tokens are refreshed, if not at the token endpoint.</summary>
    public Func<ActionContext, string>? RefreshUrl { get; init; }

    /// <summary>Adds parameters to the token request that refreshes a token (section 6).</summary>
    public Action<NamedValues, ActionContext>? RefreshParameters { get; init; }

    /// <summary>The client's id (section 2.2); null where the grant says enough.</summary>
    public Func<ActionContext, string>? ClientId { get; init; }

    /// <summary>The client's secret; null for a public client.</summary>
    public Func<ActionContext, string?>? ClientSecret { get; init; }

    /// <summary>What a client proves itself by instead of a secret, for <see cref="Security.ClientAuthentication.PrivateKeyJwt"/> (RFC 7523, section 2.2).</summary>
    public JwtAssertion? ClientAssertion { get; init; }

    /// <summary>How the client proves itself.</summary>
    public ClientAuthentication ClientAuthentication { get; init; }

    /// <summary>The scopes that are always asked for, beside those of the actions.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>What scopes allow beside themselves.</summary>
    public IReadOnlyList<IncludedScopes> ScopeIncludes { get; init; } = [];

    /// <summary>What stands between scopes: a space (section 3.3) unless the provider wants another character.</summary>
    public string ScopeSeparator { get; init; } = " ";
}
