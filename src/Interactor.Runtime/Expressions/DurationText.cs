using System.Globalization;

namespace Interactor.Runtime.Expressions;

/// <summary>Durations as CEL writes them.</summary>
internal static class DurationText
{
    private const int LengthLimit = 64;

    // 'ms' before 'm', so that the longer unit wins.
    private static readonly (string Unit, decimal Ticks)[] Units =
    [
        ("ms", TimeSpan.TicksPerMillisecond), ("us", TimeSpan.TicksPerMicrosecond), ("ns", 0.01m),
        ("h", TimeSpan.TicksPerHour), ("m", TimeSpan.TicksPerMinute), ("s", TimeSpan.TicksPerSecond),
    ];

    public static bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        if (text.Length is 0 or > LengthLimit)
        {
            return false;
        }

        ReadOnlySpan<char> rest = text.AsSpan(text[0] is '+' or '-' ? 1 : 0);
        if (rest is "0")
        {
            return true;
        }

        decimal ticks = 0;
        bool hasPart = false;
        while (rest.Length > 0)
        {
            if (!TryTakePart(ref rest, ref ticks))
            {
                return false;
            }

            hasPart = true;
        }

        if (!hasPart || ticks > long.MaxValue)
        {
            return false;
        }

        value = TimeSpan.FromTicks((long)(text[0] == '-' ? -ticks : ticks));
        return true;
    }

    private static bool TryTakePart(ref ReadOnlySpan<char> rest, ref decimal ticks)
    {
        int length = rest.IndexOfAnyExcept("0123456789.");
        if (length <= 0 || !decimal.TryParse(rest[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal count) || count > long.MaxValue)
        {
            return false;
        }

        foreach ((string unit, decimal size) in Units)
        {
            if (rest[length..].StartsWith(unit))
            {
                ticks += count * size;
                rest = rest[(length + unit.Length)..];
                return ticks <= long.MaxValue;
            }
        }

        return false;
    }
}
