using Interactor.Compiler.Expressions;

namespace Interactor.Compiler.Model;

/// <summary>Maps a response to an error code.</summary>
/// <param name="Code">A member of <c>Interactor.Runtime.ErrorCode</c>.</param>
/// <param name="RetryAfter">Text that says how long to wait.</param>
public sealed record ErrorRuleModel(
    ErrorRuleScope On, TypedExpression When, string Code, TypedExpression? Message, TypedExpression? ProviderCode, TypedExpression? RetryAfter)
{
    /// <summary>The scripts that <see cref="When"/> needs.</summary>
    public EquatableArray<ScriptCallModel> WhenCalls { get; init; }

    /// <summary>The scripts that the texts need.</summary>
    public EquatableArray<ScriptCallModel> TextCalls { get; init; }
}

/// <summary>The responses that a rule looks at.</summary>
public enum ErrorRuleScope
{
    Failure,
    Success,
    Any,
}
