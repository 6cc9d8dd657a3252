namespace Interactor.Runtime.Json.Validation.Formats;

/// <summary>Durations of RFC 3339, appendix A: neighbouring units in falling order, or weeks alone.</summary>
internal static class DurationFormat
{
    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        if (text.Length < 3 || text[0] != 'P')
        {
            return false;
        }

        int time = text.IndexOf((byte)'T');
        ReadOnlySpan<byte> date = time < 0 ? text[1..] : text[1..time];
        return time < 0
            ? IsUnits(date, "YMD"u8) || IsUnits(date, "W"u8)
            : (date.IsEmpty || IsUnits(date, "YMD"u8)) && IsUnits(text[(time + 1)..], "HMS"u8);
    }

    // The grammar lets a unit be followed by the next smaller one only: P1Y2D lacks its months.
    private static bool IsUnits(ReadOnlySpan<byte> text, ReadOnlySpan<byte> units)
    {
        int last = -1;
        while (!text.IsEmpty)
        {
            int digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            int unit = digits > 0 ? units.IndexOf(text[digits]) : -1;
            if (unit < 0 || (last >= 0 && unit != last + 1))
            {
                return false;
            }

            last = unit;
            text = text[(digits + 1)..];
        }

        return last >= 0;
    }
}
