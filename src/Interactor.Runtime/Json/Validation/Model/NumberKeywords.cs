namespace Interactor.Runtime.Json.Validation.Model;

/// <summary>The keywords for numbers (validation, section 6.2).</summary>
internal sealed class NumberKeywords
{
    public NumberConstant? Minimum { get; init; }

    public NumberConstant? ExclusiveMinimum { get; init; }

    public NumberConstant? Maximum { get; init; }

    public NumberConstant? ExclusiveMaximum { get; init; }

    public NumberConstant? MultipleOf { get; init; }
}
