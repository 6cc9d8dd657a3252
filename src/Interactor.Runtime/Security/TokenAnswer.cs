using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>Where an answer that gives a token says what, for providers that say it otherwise than RFC 6749, section 5.1. What is null is read as the section has it.</summary>
public sealed class TokenAnswer
{
    /// <summary>Reads the token.</summary>
    public Func<ProviderResponse, ActionContext, string?>? Value { get; init; }

    /// <summary>Reads what obtains the next token.</summary>
    public Func<ProviderResponse, ActionContext, string?>? Refresh { get; init; }

    /// <summary>Reads after how many seconds the token expires.</summary>
    public Func<ProviderResponse, ActionContext, string?>? ExpiresIn { get; init; }

    /// <summary>Reads at which time the token expires: a time of RFC 3339, or seconds or milliseconds since 1970.</summary>
    public Func<ProviderResponse, ActionContext, string?>? ExpiresAt { get; init; }

    /// <summary>Reads the scopes that were granted, as one text.</summary>
    public Func<ProviderResponse, ActionContext, string?>? Scopes { get; init; }
}
