namespace Interactor.Runtime.Expressions;

/// <summary>Where an expression stands in its definition, and whose fault a failure of it is.</summary>
/// <param name="Text">The expression and its file. Part of error messages, so it never holds a value.</param>
/// <param name="Code"><see cref="ErrorCode.ContractViolation"/> where a provider's data takes part, otherwise <see cref="ErrorCode.InputInvalid"/>.</param>
public readonly record struct ExpressionPlace(string Text, ErrorCode Code)
{
    /// <summary>An expression over a provider's data.</summary>
    public static implicit operator ExpressionPlace(string text) => new(text, ErrorCode.ContractViolation);

    /// <summary>An expression over nothing but what the caller and the operator gave.</summary>
    public static ExpressionPlace Caller(string text) => new(text, ErrorCode.InputInvalid);

    internal InteractorException Failure(string reason) => new(Code, $"{Text}: {reason}.");
}
