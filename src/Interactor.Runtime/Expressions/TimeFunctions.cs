using System.Globalization;

namespace Interactor.Runtime.Expressions;

/// <summary>Timestamps and durations. Fields and formats are in UTC; a value outside of the years 1 to 9999 fails.</summary>
public static class TimeFunctions
{
    /// <summary>Reads an RFC 3339 timestamp.</summary>
    public static DateTimeOffset Parse(string text, ExpressionPlace place) =>
        TimestampText.TryParse(text, out DateTimeOffset value) ? value : throw place.Failure("the text is not an RFC 3339 timestamp");

    /// <summary>Reads a timestamp of a given format; without an offset in it the time is UTC.</summary>
    public static DateTimeOffset ParseExact(string text, string format, ExpressionPlace place) =>
        DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset value)
            ? value
            : throw place.Failure("the text does not have the format of the timestamp");

    /// <summary>The timestamp in UTC in a given format, with English names.</summary>
    public static string Format(DateTimeOffset value, string format) => value.ToUniversalTime().ToString(format, CultureInfo.InvariantCulture);

    /// <summary>RFC 3339 text with the timestamp's own offset.</summary>
    public static string Rfc3339(DateTimeOffset value) => TimestampText.Format(value);

    /// <summary>IMF-fixdate, as HTTP's Date header has it (RFC 9110, section 5.6.7).</summary>
    public static string Http(DateTimeOffset value) => value.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Whole seconds since 1970.</summary>
    public static long Unix(DateTimeOffset value) => value.ToUnixTimeSeconds();

    /// <summary>Whole milliseconds since 1970.</summary>
    public static long UnixMs(DateTimeOffset value) => value.ToUnixTimeMilliseconds();

    /// <summary>The timestamp so many seconds after 1970.</summary>
    public static DateTimeOffset FromUnix(long seconds, ExpressionPlace place) =>
        Guard(() => DateTimeOffset.FromUnixTimeSeconds(seconds), place);

    /// <summary>The timestamp so many milliseconds after 1970.</summary>
    public static DateTimeOffset FromUnixMs(long milliseconds, ExpressionPlace place) =>
        Guard(() => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), place);

    /// <summary>Later by a duration.</summary>
    public static DateTimeOffset Add(DateTimeOffset time, TimeSpan duration, ExpressionPlace place) => Guard(() => time.Add(duration), place);

    /// <summary>The sum of two durations.</summary>
    public static TimeSpan Add(TimeSpan left, TimeSpan right, ExpressionPlace place) => Guard(() => left.Add(right), place);

    /// <summary>Earlier by a duration.</summary>
    public static DateTimeOffset Subtract(DateTimeOffset time, TimeSpan duration, ExpressionPlace place) => Guard(() => time.Subtract(duration), place);

    /// <summary>From one timestamp to another.</summary>
    public static TimeSpan Subtract(DateTimeOffset left, DateTimeOffset right, ExpressionPlace place) => left - right;

    /// <summary>The difference of two durations.</summary>
    public static TimeSpan Subtract(TimeSpan left, TimeSpan right, ExpressionPlace place) => Guard(() => left.Subtract(right), place);

    /// <summary>Reads a duration as CEL writes it: <c>1h30m</c>, <c>1.5s</c>, <c>-250ms</c>. Units are h, m, s, ms, us, ns; a tick of 100 ns is the finest.</summary>
    public static TimeSpan Duration(string text, ExpressionPlace place) =>
        DurationText.TryParse(text, out TimeSpan value) ? value : throw place.Failure("the text is not a duration such as '1h30m'");

    /// <summary>Whole hours of a duration.</summary>
    public static long Hours(TimeSpan value) => value.Ticks / TimeSpan.TicksPerHour;

    /// <summary>Whole minutes of a duration.</summary>
    public static long Minutes(TimeSpan value) => value.Ticks / TimeSpan.TicksPerMinute;

    /// <summary>Whole seconds of a duration.</summary>
    public static long Seconds(TimeSpan value) => value.Ticks / TimeSpan.TicksPerSecond;

    /// <summary>Whole milliseconds of a duration.</summary>
    public static long Milliseconds(TimeSpan value) => value.Ticks / TimeSpan.TicksPerMillisecond;

    /// <summary>The year.</summary>
    public static long GetFullYear(DateTimeOffset value) => value.UtcDateTime.Year;

    /// <summary>The month; January is 0.</summary>
    public static long GetMonth(DateTimeOffset value) => value.UtcDateTime.Month - 1;

    /// <summary>The day of the month; the first is 1.</summary>
    public static long GetDate(DateTimeOffset value) => value.UtcDateTime.Day;

    /// <summary>The day of the month; the first is 0.</summary>
    public static long GetDayOfMonth(DateTimeOffset value) => value.UtcDateTime.Day - 1;

    /// <summary>The day of the week; Sunday is 0.</summary>
    public static long GetDayOfWeek(DateTimeOffset value) => (long)value.UtcDateTime.DayOfWeek;

    /// <summary>The day of the year; the first is 0.</summary>
    public static long GetDayOfYear(DateTimeOffset value) => value.UtcDateTime.DayOfYear - 1;

    /// <summary>The hour of the day.</summary>
    public static long GetHours(DateTimeOffset value) => value.UtcDateTime.Hour;

    /// <summary>The minute of the hour.</summary>
    public static long GetMinutes(DateTimeOffset value) => value.UtcDateTime.Minute;

    /// <summary>The second of the minute.</summary>
    public static long GetSeconds(DateTimeOffset value) => value.UtcDateTime.Second;

    /// <summary>The millisecond of the second.</summary>
    public static long GetMilliseconds(DateTimeOffset value) => value.UtcDateTime.Millisecond;

    private static T Guard<T>(Func<T> work, ExpressionPlace place)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            throw place.Failure("the result is outside the range of its type");
        }
    }
}
