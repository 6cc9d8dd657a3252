using System.Globalization;

namespace Interactor.Runtime.Security;

/// <summary>Reads when a token expires from what a provider says.</summary>
internal static class TokenLifetime
{
    // Seconds since 1970 reach this in the year 5138; milliseconds reached it in 1973.
    private const double FirstMilliseconds = 1e11;

    private static readonly TimeSpan LongestMargin = TimeSpan.FromSeconds(60);

    /// <summary>How long before its end a token is replaced: 60 seconds, or a quarter of a short life, of which most is to be used.</summary>
    public static TimeSpan MarginOf(Token token)
    {
        TimeSpan? quarter = (token.ExpiresAt - token.ObtainedAt) / 4;
        return quarter < LongestMargin ? quarter.Value : LongestMargin;
    }

    /// <summary>A number of seconds from now; null for anything else.</summary>
    public static DateTimeOffset? After(string? seconds, DateTimeOffset now) =>
        double.TryParse(seconds, NumberStyles.Float, CultureInfo.InvariantCulture, out double count) && count is > 0 and < 1e9 ? now.AddSeconds(count) : null;

    /// <summary>A time of RFC 3339, or seconds or milliseconds since 1970; null for anything else.</summary>
    public static DateTimeOffset? At(string? time)
    {
        if (double.TryParse(time, NumberStyles.Float, CultureInfo.InvariantCulture, out double count))
        {
            return count is > 0 and < 1e14 ? DateTimeOffset.UnixEpoch.AddMilliseconds(count < FirstMilliseconds ? count * 1000 : count) : null;
        }

        return DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset at) ? at : null;
    }
}
