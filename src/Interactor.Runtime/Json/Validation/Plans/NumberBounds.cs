using Interactor.Runtime.Json.Tokens;
using Interactor.Runtime.Json.Validation.Formats;
using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>
/// The bounds of a schema as the least and the greatest digits of a number, for each count of them that stands behind the point: with two
/// the numbers from 0.5 on are those whose digits are 50 or more. Exact, and two comparisons for whatever bounds there are.
/// </summary>
internal sealed class NumberBounds
{
    private readonly long[] _least = new long[ScaledNumber.MostDigits + 1];

    private readonly long[] _most = new long[ScaledNumber.MostDigits + 1];

    private NumberBounds(NumberKeywords? keywords, NumberRange range)
    {
        for (int scale = 0; scale < _least.Length; scale++)
        {
            Int128 least = Int128.Max(Least(keywords?.Minimum, scale, 0), Least(keywords?.ExclusiveMinimum, scale, 1));
            Int128 most = Int128.Min(Most(keywords?.Maximum, scale, 0), Most(keywords?.ExclusiveMaximum, scale, 1));
            _least[scale] = Saturate(Int128.Max(least, range.Least * (Int128)ScaledNumber.Power(scale)));
            _most[scale] = Saturate(Int128.Min(most, range.Most * (Int128)ScaledNumber.Power(scale)));
        }
    }

    /// <param name="keywords">The bounds that the schema gives.</param>
    /// <param name="range">The range of its format, where that is one.</param>
    /// <returns>Null without bounds, and where one has too many digits.</returns>
    public static NumberBounds? Of(NumberKeywords? keywords, NumberRange? range = null)
    {
        NumberConstant?[] bounds = [keywords?.Minimum, keywords?.ExclusiveMinimum, keywords?.Maximum, keywords?.ExclusiveMaximum];
        return (range is not null || Array.Exists(bounds, static b => b is not null)) && !Array.Exists(bounds, static b => b is { Scaled: null })
            ? new(keywords, range ?? NumberRange.OfFewDigits)
            : null;
    }

    public bool Accept(ScaledNumber number) => number.Digits >= _least[number.Scale] && number.Digits <= _most[number.Scale];

    private static Int128 Least(NumberConstant? bound, int scale, int beyond) =>
        bound?.Scaled is { } number ? -Floor(-Digits(number, scale, out Int128 divisor), divisor, -beyond) : long.MinValue;

    private static Int128 Most(NumberConstant? bound, int scale, int beyond) =>
        bound?.Scaled is { } number ? Floor(Digits(number, scale, out Int128 divisor), divisor, -beyond) : long.MaxValue;

    // The bound with so many digits behind the point, as a fraction.
    private static Int128 Digits(ScaledNumber bound, int scale, out Int128 divisor)
    {
        divisor = ScaledNumber.Power(bound.Scale);
        return (Int128)bound.Digits * ScaledNumber.Power(scale);
    }

    // The greatest whole number that is not greater than the fraction, or less than it where the fraction itself does not count.
    private static Int128 Floor(Int128 digits, Int128 divisor, int beyond)
    {
        (Int128 whole, Int128 rest) = Int128.DivRem(digits + beyond, divisor);
        return rest < 0 ? whole - 1 : whole;
    }

    private static long Saturate(Int128 value) => (long)Int128.Max(long.MinValue, Int128.Min(long.MaxValue, value));
}
