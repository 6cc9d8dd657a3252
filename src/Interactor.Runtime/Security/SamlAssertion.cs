using System.Buffers.Text;
using System.Text;

namespace Interactor.Runtime.Security;

/// <summary>A SAML 2.0 assertion as the token request carries it (RFC 7522, section 2.1).</summary>
public static class SamlAssertion
{
    /// <summary>The assertion in base64url without padding; one that is encoded already stays as it is, save for alphabet and padding.</summary>
    public static string Encode(string assertion)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        string text = assertion.Trim();
        return text.StartsWith('<')
            ? Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text))
            : text.TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
