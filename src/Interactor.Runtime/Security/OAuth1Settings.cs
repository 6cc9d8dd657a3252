namespace Interactor.Runtime.Security;

/// <summary>The client, the token and the endpoints of OAuth 1.0 (RFC 5849).</summary>
public sealed class OAuth1Settings
{
    /// <summary>The client's identifier: <c>oauth_consumer_key</c>.</summary>
    public required Func<ActionContext, string> ClientId { get; init; }

    /// <summary>The client's shared secret; null where it signs with a private key.</summary>
    public Func<ActionContext, string?>? ClientSecret { get; init; }

    /// <summary>The client's private RSA key as PEM, for <see cref="OAuth1SignatureMethod.RsaSha1"/>.</summary>
    public Func<ActionContext, string?>? PrivateKey { get; init; }

    /// <summary>How requests are signed.</summary>
    public OAuth1SignatureMethod Signature { get; init; }

    /// <summary>The realm of the header, which is not signed.</summary>
    public Func<ActionContext, string?>? Realm { get; init; }

    /// <summary>A token that the user has already; null where the connection keeps one, or where the client acts for itself.</summary>
    public Func<ActionContext, string?>? Token { get; init; }

    /// <summary>The secret of <see cref="Token"/>.</summary>
    public Func<ActionContext, string?>? TokenSecret { get; init; }

    /// <summary>The endpoint of temporary credentials (section 2.1); null where nobody is asked for consent.</summary>
    public Func<ActionContext, string>? RequestUrl { get; init; }

    /// <summary>Adds parameters to the request for temporary credentials.</summary>
    public Action<NamedValues, ActionContext>? RequestParameters { get; init; }

    /// <summary>The endpoint that a person is sent to (section 2.2).</summary>
    public Func<ActionContext, string>? AuthorizeUrl { get; init; }

    /// <summary>Adds parameters to the address that a person is sent to.</summary>
    public Action<NamedValues, ActionContext>? AuthorizeParameters { get; init; }

    /// <summary>The endpoint of token credentials (section 2.3).</summary>
    public Func<ActionContext, string>? TokenUrl { get; init; }
}
