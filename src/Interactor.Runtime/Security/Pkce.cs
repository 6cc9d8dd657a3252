using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Interactor.Runtime.Security;

/// <summary>Random text for the authorization code grant.</summary>
internal static class Pkce
{
    /// <summary>256 random bits, base64url: fit for a state (RFC 6749, section 10.12) and for a code verifier (RFC 7636, section 4.1).</summary>
    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The challenge of a verifier by S256 (RFC 7636, section 4.2).</summary>
    public static string Challenge(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}
