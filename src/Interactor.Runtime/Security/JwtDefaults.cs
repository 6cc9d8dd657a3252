namespace Interactor.Runtime.Security;

/// <summary>The claims that a use of an assertion gives where the definition does not.</summary>
internal readonly record struct JwtDefaults
{
    public string? Issuer { get; init; }

    public string? Subject { get; init; }

    public string? Audience { get; init; }

    /// <summary>The scopes, for assertions that carry them.</summary>
    public string? Scope { get; init; }

    /// <summary>How far the time of issue is set back, for providers whose clock may be behind.</summary>
    public TimeSpan SetBack { get; init; }
}
