namespace Interactor.Runtime;

/// <summary>Why an action failed: the closed set that every provider's errors map to.</summary>
public enum ErrorCode
{
    /// <summary>The input does not match the action's schema, or a required value is missing. <c>input_invalid</c></summary>
    InputInvalid,

    /// <summary>The access token expired and could not be refreshed just now. <c>auth_expired</c></summary>
    AuthExpired,

    /// <summary>The grant is gone; the account must be connected again. <c>auth_revoked</c></summary>
    AuthRevoked,

    /// <summary>The grant lacks a scope that the action needs. <c>insufficient_scope</c></summary>
    InsufficientScope,

    /// <summary>The provider refused the credential, or no credential is configured. <c>auth_denied</c></summary>
    AuthDenied,

    /// <summary>The thing does not exist for this account. <c>not_found</c></summary>
    NotFound,

    /// <summary>The state of the thing does not allow the change. <c>conflict</c></summary>
    Conflict,

    /// <summary>Too many requests; wait and try again. <c>rate_limited</c></summary>
    RateLimited,

    /// <summary>A quota of the account is used up. <c>quota_exceeded</c></summary>
    QuotaExceeded,

    /// <summary>A failure that a later try may not meet. <c>transient</c></summary>
    Transient,

    /// <summary>The time for the call ran out. <c>timeout</c></summary>
    Timeout,

    /// <summary>The provider answered with an error that no rule of the connector explains. <c>provider_error</c></summary>
    ProviderError,

    /// <summary>The provider's answer does not have the shape that the connector declares. <c>contract_violation</c></summary>
    ContractViolation,

    /// <summary>A script of the connector failed. <c>script_error</c></summary>
    ScriptError,
}
