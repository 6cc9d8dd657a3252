namespace Interactor.Runtime.Security;

/// <summary>How a client proves itself to the token endpoint (RFC 6749, section 2.3).</summary>
public enum ClientAuthentication
{
    /// <summary>By <c>client_id</c> and <c>client_secret</c> in the body.</summary>
    Body,

    /// <summary>By HTTP Basic, id and secret form-encoded first.</summary>
    Header,

    /// <summary>By a JWT that it signs (RFC 7523, section 2.2).</summary>
    PrivateKeyJwt,

    /// <summary>By <c>client_id</c> in the body and the method's certificate (RFC 8705, section 2).</summary>
    TlsClientAuth,
}
