using System.Buffers;
using System.Globalization;

namespace Interactor.Runtime.Http;

/// <summary>Reads how long a response asks to wait.</summary>
internal static class RetryAfterHeader
{
    // A larger number cannot be a sensible number of seconds to wait: it counts seconds since 1970, as x-ratelimit-reset headers do.
    private const double FirstEpochSecond = 1_000_000_000;

    // Seconds since 1970 have ten digits until the year 2286, so that a number of this size counts milliseconds.
    private const double FirstEpochMillisecond = 1_000_000_000_000;

    // Number parsing also knows NaN and Infinity, which are no waits.
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>The wait by a header of the connector's choice, else by <c>Retry-After</c> (RFC 9110, section 10.2.3); null where there is none.</summary>
    /// <param name="headers">The headers of the response.</param>
    /// <param name="other">The header of the connector's choice.</param>
    /// <param name="now">The time here, for a response that does not say when it was made.</param>
    public static TimeSpan? Read(ResponseHeaders headers, string? other, DateTimeOffset now) =>
        (other is not null && headers.TryGetValue(other, out string? value) ? Parse(value, headers, now) : null)
        ?? (headers.TryGetValue("Retry-After", out value) ? Parse(value, headers, now) : null);

    /// <summary>A wait that a response gives, by the clock of who wrote it where its <c>Date</c> tells that (section 6.6.1): clocks differ.</summary>
    public static TimeSpan? Parse(string text, ResponseHeaders headers, DateTimeOffset now) =>
        Parse(text, headers.TryGetValue("Date", out string? date) && DateOf(date) is { } there ? there : now);

    /// <summary>A wait given as seconds, as an HTTP date, or as seconds or milliseconds since 1970; null for anything else. A time in the past is no wait.</summary>
    public static TimeSpan? Parse(string text, DateTimeOffset now)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        if (!trimmed.ContainsAnyExcept(Digits) && double.TryParse(trimmed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds))
        {
            seconds = seconds >= FirstEpochMillisecond && seconds < FirstEpochMillisecond * 10 ? seconds / 1000 : seconds;
            seconds = seconds >= FirstEpochSecond ? seconds - (now.ToUnixTimeMilliseconds() / 1000.0) : seconds;
            return Clamp(seconds >= Longest.TotalSeconds ? Longest : TimeSpan.FromSeconds(seconds));
        }

        return DateOf(text) is { } date ? Clamp(date - now) : null;
    }

    private static DateTimeOffset? DateOf(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out DateTimeOffset date) ? date : null;

    private static TimeSpan Clamp(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
}
