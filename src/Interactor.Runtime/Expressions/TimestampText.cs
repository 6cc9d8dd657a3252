using System.Globalization;

namespace Interactor.Runtime.Expressions;

/// <summary>The text of timestamps and dates as RFC 3339 writes them.</summary>
public static class TimestampText
{
    private const int SecondsEnd = 19;

    /// <summary>RFC 3339, section 5.6 <c>date-time</c>: seconds always, a fraction when there is one, <c>Z</c> for UTC.</summary>
    public static string Format(DateTimeOffset value) => value.ToString(
        value.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        CultureInfo.InvariantCulture);

    /// <summary>RFC 3339, section 5.6 <c>full-date</c>.</summary>
    public static string Format(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads RFC 3339 <c>date-time</c>. Digits of a fraction beyond the seventh are dropped; a leap second counts as the one before it.</summary>
    /// <returns>False when the text is not one, or lies outside of the years 1 to 9999.</returns>
    public static bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length <= SecondsEnd || text[10] is not ('T' or 't' or ' '))
        {
            return false;
        }

        bool isLeap = text.AsSpan(17, 2).SequenceEqual("60");
        string clock = $"{text[..10]}T{(isLeap ? text[11..17] + "59" : text[11..SecondsEnd])}";
        if (!DateTime.TryParseExact(clock, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time))
        {
            return false;
        }

        int position = SecondsEnd;
        return TryReadFraction(text, ref position, out long ticks)
            && TryReadOffset(text.AsSpan(position), out TimeSpan offset)
            && TryCombine(time.AddTicks(ticks), offset, out value);
    }

    private static bool TryReadFraction(string text, ref int position, out long ticks)
    {
        ticks = 0;
        if (text[position] != '.')
        {
            return true;
        }

        long unit = TimeSpan.TicksPerSecond / 10;
        int first = ++position;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            ticks += (text[position++] - '0') * unit;
            unit /= 10;
        }

        return position > first && position < text.Length;
    }

    private static bool TryReadOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        if (text is "Z" or "z")
        {
            return true;
        }

        if (text.Length != 6 || text[0] is not ('+' or '-') || !TimeSpan.TryParseExact(text[1..], @"hh\:mm", CultureInfo.InvariantCulture, out TimeSpan size))
        {
            return false;
        }

        offset = text[0] == '-' ? -size : size;
        return true;
    }

    private static bool TryCombine(DateTime time, TimeSpan offset, out DateTimeOffset value)
    {
        long utc = time.Ticks - offset.Ticks;
        bool isInRange = offset.Duration() <= TimeSpan.FromHours(14) && utc >= DateTime.MinValue.Ticks && utc <= DateTime.MaxValue.Ticks;
        value = isInRange ? new DateTimeOffset(time, offset) : default;
        return isInRange;
    }
}
