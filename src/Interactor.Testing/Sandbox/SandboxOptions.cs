namespace Interactor.Testing.Sandbox;

/// <summary>What the user of a <see cref="SandboxServer"/> may set.</summary>
public sealed class SandboxOptions
{
    /// <summary>The port on 127.0.0.1; zero takes one that is free.</summary>
    public int Port { get; init; }

    /// <summary>Values of variables by name, in place of those that the sandbox makes up. The server answers for accounts that have them.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>How long an access token is good. An hour unless set.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// A secret that tokens are signed with, so that a server that is started anew with it takes those that an earlier one issued, refresh tokens that were used there too. Null lets all end
    /// with their server.
    /// </summary>
    public byte[]? TokenKey { get; init; }

    /// <summary>The clock that tokens and codes expire by; null for the system's.</summary>
    public TimeProvider? TimeProvider { get; init; }
}
