using Interactor.Runtime.Http;

namespace Interactor.Runtime;

/// <summary>
/// How one of the provider's errors maps to the closed set. Rules are tried in order; the first one whose condition holds decides. A condition
/// that cannot be evaluated does not hold, and a message that cannot be evaluated is left out: neither ever hides the provider's error.
/// </summary>
public sealed class ErrorRule
{
    /// <summary>Which responses the rule looks at.</summary>
    public ErrorRuleScope On { get; init; } = ErrorRuleScope.Failure;

    /// <summary>The scripts that <see cref="When"/> needs; null for none. Where one fails the condition does not hold.</summary>
    public ScriptCalls<ProviderResponse>? WhenCalls { get; init; }

    /// <summary>The scripts that the texts of the rule need; null for none.</summary>
    public ScriptCalls<ProviderResponse>? TextCalls { get; init; }

    /// <summary>Whether the response is this error; null for every response in scope.</summary>
    public Func<ProviderResponse, ActionContext, bool>? When { get; init; }

    /// <summary>What the error means.</summary>
    public required ErrorCode Code { get; init; }

    /// <summary>The sentence for people; null for the runtime's own.</summary>
    public Func<ProviderResponse, ActionContext, string?>? Message { get; init; }

    /// <summary>The provider's own code for the error.</summary>
    public Func<ProviderResponse, ActionContext, string?>? ProviderCode { get; init; }

    /// <summary>
    /// How long the provider asks to wait, where it says so elsewhere than in <c>Retry-After</c>: seconds, a date, or seconds or milliseconds since 1970.
    /// Any other text says nothing.
    /// </summary>
    public Func<ProviderResponse, ActionContext, string?>? RetryAfter { get; init; }

    internal bool Covers(bool isSuccess) => On switch
    {
        ErrorRuleScope.Any => true,
        ErrorRuleScope.Success => isSuccess,
        _ => !isSuccess,
    };
}
