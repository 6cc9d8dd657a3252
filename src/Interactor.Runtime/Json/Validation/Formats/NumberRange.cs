namespace Interactor.Runtime.Json.Validation.Formats;

/// <summary>The numbers between two integers.</summary>
/// <param name="Least">The least.</param>
/// <param name="Most">The greatest.</param>
/// <param name="IsOfIntegers">Only the integers among them.</param>
internal sealed record NumberRange(long Least, long Most, bool IsOfIntegers)
{
    /// <summary>Every number whose digits a <see cref="Tokens.ScaledNumber"/> holds.</summary>
    public static readonly NumberRange OfFewDigits = new(long.MinValue, long.MaxValue, IsOfIntegers: false);
}
