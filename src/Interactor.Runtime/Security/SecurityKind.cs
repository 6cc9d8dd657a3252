namespace Interactor.Runtime.Security;

/// <summary>How a security method comes by its credential. How the credential is sent is data: <see cref="SecurityMethod.Apply"/>.</summary>
public enum SecurityKind
{
    /// <summary>No credential.</summary>
    None,

    /// <summary>A key that the user provides.</summary>
    ApiKey,

    /// <summary>A user name and a password (RFC 7617).</summary>
    Basic,

    /// <summary>A token that the user provides (RFC 6750).</summary>
    Bearer,

    /// <summary>The OAuth 2.0 authorization code grant (RFC 6749, section 4.1), with PKCE (RFC 7636).</summary>
    OAuth2Code,

    /// <summary>The OAuth 2.0 client credentials grant (RFC 6749, section 4.4).</summary>
    OAuth2ClientCredentials,

    /// <summary>A token that a request of the provider's own gives: a login.</summary>
    Session,

    /// <summary>The OAuth 2.0 grant by the owner's password (RFC 6749, section 4.3).</summary>
    OAuth2Password,

    /// <summary>The OAuth 2.0 grant by a JWT that the client signs (RFC 7523, section 2.1).</summary>
    OAuth2JwtBearer,

    /// <summary>The OAuth 2.0 grant by a SAML assertion that the user provides (RFC 7522, section 2.1).</summary>
    OAuth2Saml2,

    /// <summary>A JWT that the client signs and sends as it is.</summary>
    Jwt,

    /// <summary>A signature of each request by OAuth 1.0 (RFC 5849).</summary>
    OAuth1,

    /// <summary>A token of one installation of an app, for which the app proves itself by a JWT.</summary>
    AppInstallation,

    /// <summary>A signature of each request by AWS Signature Version 4.</summary>
    SigV4,

    /// <summary>The OAuth 2.0 grant by a person's consent on another device (RFC 8628).</summary>
    OAuth2Device,

    /// <summary>A user name and a password that are never sent, only a proof of them (RFC 7616).</summary>
    Digest,

    /// <summary>What the definition says, and nothing by itself.</summary>
    Custom,
}
