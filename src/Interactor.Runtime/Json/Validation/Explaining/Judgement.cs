namespace Interactor.Runtime.Json.Validation.Explaining;

/// <summary>What one schema says about one value.</summary>
/// <param name="IsValid">Whether the value matches.</param>
/// <param name="Evaluated">What it evaluated, where it matches and somebody asks.</param>
internal sealed record Judgement(bool IsValid, Evaluated? Evaluated = null)
{
    public static Judgement Valid { get; } = new(true);

    public static Judgement Invalid { get; } = new(false);
}
