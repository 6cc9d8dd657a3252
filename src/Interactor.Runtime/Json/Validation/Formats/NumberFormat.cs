using System.Globalization;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Validation.Formats;

/// <summary>The number formats of the OpenAPI format registry: that the .NET type of that name can hold the number.</summary>
internal static class NumberFormat
{
    public static bool IsInteger(ReadOnlySpan<byte> text, long least, long most) =>
        NumberToken.TryInt64(text, out long value) && value >= least && value <= most;

    public static bool IsSingle(ReadOnlySpan<byte> text) =>
        IsPlain(text, 38) || (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && float.IsFinite(value));

    public static bool IsDouble(ReadOnlySpan<byte> text) =>
        IsPlain(text, 308) || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value));

    public static bool IsDecimal(ReadOnlySpan<byte> text) => NumberToken.TryDecimal(text, out _);

    // A number of that many characters without an exponent is in the range.
    private static bool IsPlain(ReadOnlySpan<byte> text, int most) => text.Length <= most && !text.ContainsAny((byte)'e', (byte)'E');
}
