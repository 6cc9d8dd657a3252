using System.Text;

namespace Interactor.Runtime.Security;

/// <summary>The credential of HTTP Basic authentication (RFC 7617, section 2).</summary>
public static class BasicCredential
{
    /// <summary>The value of the <c>Authorization</c> header: user and password in UTF-8, joined by a colon, in Base64.</summary>
    /// <param name="username">The user; it holds no colon, because the first colon ends it.</param>
    /// <param name="password">The password; empty where a provider takes the whole credential as the user.</param>
    /// <exception cref="InteractorException">The user holds a colon. <see cref="ErrorCode.InputInvalid"/></exception>
    public static string Header(string username, string password)
    {
        ArgumentNullException.ThrowIfNull(username);
        ArgumentNullException.ThrowIfNull(password);
        if (username.Contains(':', StringComparison.Ordinal))
        {
            throw new InteractorException(ErrorCode.InputInvalid, "The user name of a basic credential cannot hold a colon.");
        }

        return "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}"));
    }
}
