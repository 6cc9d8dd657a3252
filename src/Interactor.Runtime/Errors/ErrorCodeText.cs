namespace Interactor.Runtime;

/// <summary>The wire text of each <see cref="ErrorCode"/>: what definitions, logs and the HTTP API call it.</summary>
public static class ErrorCodeText
{
    /// <summary>The code's text, such as <c>not_found</c>.</summary>
    public static string Of(ErrorCode code) => code switch
    {
        ErrorCode.InputInvalid => "input_invalid",
        ErrorCode.AuthExpired => "auth_expired",
        ErrorCode.AuthRevoked => "auth_revoked",
        ErrorCode.InsufficientScope => "insufficient_scope",
        ErrorCode.AuthDenied => "auth_denied",
        ErrorCode.NotFound => "not_found",
        ErrorCode.Conflict => "conflict",
        ErrorCode.RateLimited => "rate_limited",
        ErrorCode.QuotaExceeded => "quota_exceeded",
        ErrorCode.Transient => "transient",
        ErrorCode.Timeout => "timeout",
        ErrorCode.ProviderError => "provider_error",
        ErrorCode.ContractViolation => "contract_violation",
        ErrorCode.ScriptError => "script_error",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not a defined error code."),
    };

    /// <summary>The code that a text names; false for any text that is not in the closed set.</summary>
    public static bool TryParse(string? text, out ErrorCode code)
    {
        foreach (ErrorCode candidate in Enum.GetValues<ErrorCode>())
        {
            if (Of(candidate) == text)
            {
                code = candidate;
                return true;
            }
        }

        code = default;
        return false;
    }
}
