namespace Interactor.Compiler.Binding.Settings;

/// <summary>The closed set of error codes: the word in definitions and the member of the runtime's enum.</summary>
internal static class ErrorCodes
{
    public static readonly (string Word, string Value)[] Choices =
    [
        ("input_invalid", "InputInvalid"),
        ("auth_expired", "AuthExpired"),
        ("auth_revoked", "AuthRevoked"),
        ("insufficient_scope", "InsufficientScope"),
        ("auth_denied", "AuthDenied"),
        ("not_found", "NotFound"),
        ("conflict", "Conflict"),
        ("rate_limited", "RateLimited"),
        ("quota_exceeded", "QuotaExceeded"),
        ("transient", "Transient"),
        ("timeout", "Timeout"),
        ("provider_error", "ProviderError"),
        ("contract_violation", "ContractViolation"),
        ("script_error", "ScriptError"),
    ];
}
