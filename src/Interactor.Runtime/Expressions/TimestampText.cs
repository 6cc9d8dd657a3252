using System.Globalization;

namespace Interactor.Runtime.Expressions;

/// <summary>The text of timestamps and dates as RFC 3339 writes them.</summary>
public static class TimestampText
{
    /// <summary>RFC 3339, section 5.6 <c>date-time</c>: seconds always, a fraction when there is one, <c>Z</c> for UTC.</summary>
    public static string Format(DateTimeOffset value) => value.ToString(
        value.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        CultureInfo.InvariantCulture);

    /// <summary>RFC 3339, section 5.6 <c>full-date</c>.</summary>
    public static string Format(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
