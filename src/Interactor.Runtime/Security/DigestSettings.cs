namespace Interactor.Runtime.Security;

/// <summary>The user name and the password of HTTP Digest authentication (RFC 7616).</summary>
public sealed class DigestSettings
{
    /// <summary>The user name.</summary>
    public required Func<ActionContext, string> Username { get; init; }

    /// <summary>The password.</summary>
    public required Func<ActionContext, string> Password { get; init; }
}
