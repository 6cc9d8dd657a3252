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

    public static bool IsTime(ReadOnlySpan<byte> text) => TryClock(text, out _, out _, out _);

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
            || !TryClock(text[11..], out int seconds, out ReadOnlySpan<byte> fraction, out int offsetMinutes))
        {
            return false;
        }

        // Behind a leap second comes the next day.
        bool isLeap = text[17] == '6';
        long ticks = isLeap ? (seconds * TimeSpan.TicksPerSecond) - 1 : (seconds * TimeSpan.TicksPerSecond) + Ticks(fraction);
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
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        int century = TwoDigits(text);
        int rest = TwoDigits(text[2..]);
        year = (century * 100) + rest;
        month = TwoDigits(text[5..]);
        day = TwoDigits(text[8..]);
        return (century | rest) >= 0 && month is >= 1 and <= 12 && day >= 1 && (day <= 28 || day <= DaysIn(year, month));
    }

    // Year 0 is a year of RFC 3339 (a leap year, like 2000) that .NET's calendar does not have.
    private static int DaysIn(int year, int month) => DateTime.DaysInMonth(year == 0 ? 2000 : year, month);

    /// <param name="text">The time.</param>
    /// <param name="seconds">Since midnight where it was written; the leap second counts.</param>
    /// <param name="fraction">The digits behind the point, at least one where there is a point.</param>
    /// <param name="offsetMinutes">What has to be taken off to get UTC.</param>
    private static bool TryClock(ReadOnlySpan<byte> text, out int seconds, out ReadOnlySpan<byte> fraction, out int offsetMinutes)
    {
        seconds = offsetMinutes = 0;
        fraction = default;
        if (text.Length < 9 || text[2] != ':' || text[5] != ':')
        {
            return false;
        }

        int hour = TwoDigits(text);
        int minute = TwoDigits(text[3..]);
        int second = TwoDigits(text[6..]);
        if ((uint)hour > 23 || (uint)minute > 59 || (uint)second > 60)
        {
            return false;
        }

        int end = 8;
        if (text[8] == '.')
        {
            end = 9;
            while (end < text.Length && char.IsAsciiDigit((char)text[end]))
            {
                end++;
            }

            fraction = text[9..end];
            if (fraction.IsEmpty)
            {
                return false;
            }
        }

        if (!TryOffset(text[end..], out offsetMinutes))
        {
            return false;
        }

        seconds = (((hour * 60) + minute) * 60) + second;
        return second < 60 || (((hour * 60) + minute - offsetMinutes + MinutesPerDay) % MinutesPerDay) == MinutesPerDay - 1;
    }

    private static long Ticks(ReadOnlySpan<byte> fraction)
    {
        long ticks = 0;
        for (int i = 0; i < 7; i++)
        {
            ticks = (ticks * 10) + (i < fraction.Length ? fraction[i] - '0' : 0);
        }

        return ticks;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.Length == 1)
        {
            return (text[0] | 0x20) == 'z';
        }

        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':')
        {
            return false;
        }

        int hour = TwoDigits(text[1..]);
        int minute = TwoDigits(text[4..]);
        if ((uint)hour > 23 || (uint)minute > 59)
        {
            return false;
        }

        minutes = ((hour * 60) + minute) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    /// <returns>Below 0 when they are no digits.</returns>
    private static int TwoDigits(ReadOnlySpan<byte> text)
    {
        uint tens = (uint)(text[0] - '0');
        uint ones = (uint)(text[1] - '0');
        return tens <= 9 && ones <= 9 ? (int)((tens * 10) + ones) : -1;
    }
}
