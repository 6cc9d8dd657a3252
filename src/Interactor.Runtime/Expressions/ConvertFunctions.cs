using System.Globalization;

namespace Interactor.Runtime.Expressions;

/// <summary>The text of values, and values out of text.</summary>
public static class ConvertFunctions
{
    /// <summary>Decimal digits.</summary>
    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Decimal digits.</summary>
    public static string Text(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The shortest digits that give the number back, as ECMAScript writes them (Number::toString).</summary>
    public static string Text(double value) => NumberText.Format(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>The shortest digits that give the number back, as ECMAScript writes them.</summary>
    public static string Text(float value) => NumberText.Format(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Decimal digits.</summary>
    public static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static string Text(bool value) => value ? "true" : "false";

    /// <summary>RFC 9562 text.</summary>
    public static string Text(Guid value) => value.ToString("D");

    /// <summary>RFC 3339 text.</summary>
    public static string Text(DateTimeOffset value) => TimestampText.Format(value);

    /// <summary>RFC 3339 full-date.</summary>
    public static string Text(DateOnly value) => TimestampText.Format(value);

    /// <summary>Seconds with the unit, as CEL writes durations: <c>5400s</c>.</summary>
    public static string Text(TimeSpan value) => value.Ticks % TimeSpan.TicksPerSecond == 0
        ? Text(value.Ticks / TimeSpan.TicksPerSecond) + "s"
        : ((decimal)value.Ticks / TimeSpan.TicksPerSecond).ToString(CultureInfo.InvariantCulture) + "s";

    /// <summary>Its text, or null.</summary>
    public static string? TextOrNull(long? value) => value is { } one ? Text(one) : null;

    /// <summary>Its text, or null.</summary>
    public static string? TextOrNull(ulong? value) => value is { } one ? Text(one) : null;

    /// <summary>Its text, or null.</summary>
    public static string? TextOrNull(double? value) => value is { } one ? Text(one) : null;

    /// <summary>Its text, or null.</summary>
    public static string? TextOrNull(float? value) => value is { } one ? Text(one) : null;

    /// <summary>Its text, or null.</summary>
    public static string? TextOrNull(decimal? value) => value is { } one ? Text(one) : null;

    /// <summary>Its text, or null.</summary>
    public static string? TextOrNull(bool? value) => value is { } one ? Text(one) : null;

    /// <summary>Its text, or null.</summary>
    public static string? TextOrNull(Guid? value) => value is { } one ? Text(one) : null;

    /// <summary>Its text, or null.</summary>
    public static string? TextOrNull(DateTimeOffset? value) => value is { } one ? Text(one) : null;

    /// <summary>Its text, or null.</summary>
    public static string? TextOrNull(DateOnly? value) => value is { } one ? Text(one) : null;

    /// <summary>Its text, or null.</summary>
    public static string? TextOrNull(TimeSpan? value) => value is { } one ? Text(one) : null;

    /// <summary>The integer that a text holds: digits with an optional minus.</summary>
    public static long Integer(string text, ExpressionPlace place) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            ? value
            : throw place.Failure("the text is not an integer of 64 bits");

    /// <summary>The finite number that a text holds.</summary>
    public static double Number(string text, ExpressionPlace place) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double value)
            && double.IsFinite(value)
            ? value
            : throw place.Failure("the text is not a number");

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static bool Boolean(string text, ExpressionPlace place) => text switch
    {
        "true" => true,
        "false" => false,
        _ => throw place.Failure("the text is neither 'true' nor 'false'"),
    };
}
