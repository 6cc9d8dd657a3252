namespace Interactor.Runtime.Json.Tokens;

/// <summary>
/// Dates and times of RFC 3339, section 5.6: the letters in either case, any number of fraction digits, and the leap second
/// where section 5.7 puts it (the last minute of a day in UTC).
/// </summary>
internal static class Rfc3339
{
    private const int MinutesPerDay = 24 * 60;

    private static readonly TimeSpan WidestOffset = TimeSpan.FromHours(14);

    public static bool IsDate(ReadOnlySpan<byte> text) => TryParts(text, out _, out _, out _);

    public static bool IsTime(ReadOnlySpan<byte> text) => TryClock(text, out _, out _);

    public static bool IsDateTime(ReadOnlySpan<byte> text) =>
        text.Length > 11 && (text[10] | 0x20) == 't' && IsDate(text[..10]) && IsTime(text[11..]);

    public static bool TryDate(ReadOnlySpan<byte> text, out DateOnly date)
    {
        bool isDate = TryParts(text, out int year, out int month, out int day) && year > 0;
        date = isDate ? new(year, month, day) : default;
        return isDate;
    }

    /// <summary>
    /// Reads a date-time. Digits below 100 ns are dropped; a leap second becomes the last instant of its minute; an offset beyond
    /// the ±14 hours that <see cref="DateTimeOffset"/> knows becomes UTC.
    /// </summary>
    /// <returns>False when the text is not a date-time, or is one outside of the years 1 to 9999.</returns>
    public static bool TryTimestamp(ReadOnlySpan<byte> text, out DateTimeOffset timestamp)
    {
        timestamp = default;
        if (text.Length <= 11 || (text[10] | 0x20) != 't' || !TryDate(text[..10], out DateOnly date)
            || !TryClock(text[11..], out long ticks, out int offsetMinutes))
        {
            return false;
        }

        long local = (date.DayNumber * TimeSpan.TicksPerDay) + ticks;
        TimeSpan offset = TimeSpan.FromMinutes(offsetMinutes);
        long utc = local - offset.Ticks;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        timestamp = offset.Duration() > WidestOffset ? new(utc, TimeSpan.Zero) : new(local, offset);
        return true;
    }

    private static bool TryParts(ReadOnlySpan<byte> text, out int year, out int month, out int day)
    {
        month = day = year = 0;
        return text.Length == 10 && text[4] == '-' && text[7] == '-'
            && TryDigits(text[..4], out year) && TryDigits(text[5..7], out month) && TryDigits(text[8..], out day)
            && month is >= 1 and <= 12 && day >= 1 && day <= DaysIn(year, month);
    }

    // Year 0 is a year of RFC 3339 (a leap year, like 2000) that .NET's calendar does not have.
    private static int DaysIn(int year, int month) => DateTime.DaysInMonth(year == 0 ? 2000 : year, month);

    private static bool TryClock(ReadOnlySpan<byte> text, out long ticks, out int offsetMinutes)
    {
        ticks = offsetMinutes = 0;
        if (text.Length < 9 || text[2] != ':' || text[5] != ':' || !TryDigits(text[..2], out int hour)
            || !TryDigits(text[3..5], out int minute) || !TryDigits(text[6..8], out int second)
            || hour > 23 || minute > 59 || second > 60)
        {
            return false;
        }

        ReadOnlySpan<byte> rest = text[8..];
        long fraction = 0;
        if (rest[0] == '.')
        {
            rest = rest[1..];
            int digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits <= 0)
            {
                return false;
            }

            for (int i = 0; i < 7; i++)
            {
                fraction = (fraction * 10) + (i < digits ? rest[i] - '0' : 0);
            }

            rest = rest[digits..];
        }

        if (!TryOffset(rest, out offsetMinutes))
        {
            return false;
        }

        int utcMinute = (((hour * 60) + minute - offsetMinutes) % MinutesPerDay + MinutesPerDay) % MinutesPerDay;
        if (second == 60)
        {
            second = 59;
            fraction = TimeSpan.TicksPerSecond - 1;
            if (utcMinute != MinutesPerDay - 1)
            {
                return false;
            }
        }

        ticks = (((hour * 60L) + minute) * TimeSpan.TicksPerMinute) + (second * TimeSpan.TicksPerSecond) + fraction;
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.Length == 1)
        {
            return (text[0] | 0x20) == 'z';
        }

        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':'
            || !TryDigits(text[1..3], out int hour) || !TryDigits(text[4..], out int minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        minutes = ((hour * 60) + minute) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (byte digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return true;
    }
}
