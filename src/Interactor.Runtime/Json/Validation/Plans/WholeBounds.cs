using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>The least and the greatest whole number that a schema's bounds allow.</summary>
/// <param name="Least">Included.</param>
/// <param name="Most">Included.</param>
/// <param name="AreExact">False when a bound has too many digits to tell.</param>
internal readonly record struct WholeBounds(long Least, long Most, bool AreExact)
{
    public static WholeBounds Of(NumberKeywords? keywords)
    {
        if (keywords?.Minimum is { Scaled: null } || keywords?.Maximum is { Scaled: null }
            || keywords?.ExclusiveMinimum is { Scaled: null } || keywords?.ExclusiveMaximum is { Scaled: null })
        {
            return default;
        }

        long least = long.MinValue;
        long most = long.MaxValue;
        if (keywords?.Minimum?.Scaled is { } minimum)
        {
            least = Math.Max(least, minimum.Ceiling);
        }

        if (keywords?.ExclusiveMinimum?.Scaled is { } above)
        {
            least = Math.Max(least, above.Floor + 1);
        }

        if (keywords?.Maximum?.Scaled is { } maximum)
        {
            most = Math.Min(most, maximum.Floor);
        }

        if (keywords?.ExclusiveMaximum?.Scaled is { } below)
        {
            most = Math.Min(most, below.Ceiling - 1);
        }

        return new(least, most, AreExact: true);
    }

    public bool Accept(long number) => number >= Least && number <= Most;
}
