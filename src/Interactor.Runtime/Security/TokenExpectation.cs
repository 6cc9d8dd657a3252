namespace Interactor.Runtime.Security;

/// <summary>What is known of a token before the token endpoint gives it.</summary>
/// <param name="Scopes">What it carries where the answer does not say (RFC 6749, section 5.1).</param>
/// <param name="Current">The token that is replaced; its refresh token stays where the answer has none (section 6).</param>
/// <param name="OnInvalidGrant">What the one fatal answer means here.</param>
internal readonly record struct TokenExpectation(IReadOnlyList<string> Scopes, Token? Current, ErrorCode OnInvalidGrant)
{
    /// <summary>What any other refusal means: an expired token that has a grant may be refreshed later, and where there is no grant nothing has expired.</summary>
    public ErrorCode OnRefusal => OnInvalidGrant == ErrorCode.AuthRevoked ? ErrorCode.AuthExpired : ErrorCode.AuthDenied;

    /// <summary>The token that is asked for; null for the main one, whose answer may have named ones beside it.</summary>
    public NamedTokenRefresh? Named { get; init; }
}
