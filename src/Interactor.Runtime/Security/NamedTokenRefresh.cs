namespace Interactor.Runtime.Security;

/// <summary>How the refresh token of a named token gives the next one (RFC 6749, section 6), where the main token's own refresh does not bring it.</summary>
public sealed class NamedTokenRefresh
{
    /// <summary>Where it is refreshed; null for where the main token is.</summary>
    public Func<ActionContext, string>? Url { get; init; }

    /// <summary>Adds parameters to the token request.</summary>
    public Action<NamedValues, ActionContext>? Parameters { get; init; }

    /// <summary>Where the answer says what; null for where RFC 6749, section 5.1, has it.</summary>
    public TokenAnswer? Answer { get; init; }
}
