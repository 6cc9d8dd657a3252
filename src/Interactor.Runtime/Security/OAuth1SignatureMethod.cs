namespace Interactor.Runtime.Security;

/// <summary>How OAuth 1.0 signs (RFC 5849, section 3.4).</summary>
public enum OAuth1SignatureMethod
{
    /// <summary><c>HMAC-SHA1</c>.</summary>
    HmacSha1,

    /// <summary><c>HMAC-SHA256</c>, which some providers ask for instead.</summary>
    HmacSha256,

    /// <summary><c>RSA-SHA1</c>.</summary>
    RsaSha1,

    /// <summary><c>PLAINTEXT</c>: the secrets themselves, for nothing but https.</summary>
    Plaintext,
}
