using System.Globalization;
using System.Numerics;

namespace Interactor.Compiler.Syntax;

/// <summary>Turns the numbers of YAML's core schema into those of JSON without losing a digit.</summary>
internal static class JsonNumber
{
    // Turning digits of another radix into decimal ones takes time by the square of their number.
    private const int MaximumRadixDigits = 256;

    /// <summary>False for what JSON has no number for: infinity and not-a-number.</summary>
    public static bool TryNormalize(string text, out string json)
    {
        json = text;
        if (text.StartsWith("0x", StringComparison.Ordinal))
        {
            return Radix(text.Substring(2), 16, out json);
        }

        if (text.StartsWith("0o", StringComparison.Ordinal))
        {
            return Radix(text.Substring(2), 8, out json);
        }

        string digits = text.TrimStart('+', '-');
        if (digits.Length == 0 || digits.Any(c => !(char.IsDigit(c) || c is '.' or 'e' or 'E' or '+' or '-')))
        {
            return false;
        }

        int exponentAt = digits.IndexOfAny(['e', 'E']);
        string exponent = exponentAt < 0 ? "" : digits.Substring(exponentAt);
        string mantissa = exponentAt < 0 ? digits : digits.Substring(0, exponentAt);
        int point = mantissa.IndexOf('.');
        string whole = (point < 0 ? mantissa : mantissa.Substring(0, point)).TrimStart('0');
        string fraction = point < 0 ? "" : mantissa.Substring(point + 1);
        json = (text[0] == '-' ? "-" : "") + (whole.Length == 0 ? "0" : whole) + (fraction.Length == 0 ? "" : "." + fraction) + exponent;
        return true;
    }

    private static bool Radix(string digits, int radix, out string json)
    {
        json = "";
        if (digits.Length is 0 or > MaximumRadixDigits)
        {
            return false;
        }

        BigInteger value = BigInteger.Zero;
        foreach (char c in digits)
        {
            int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
            value = (value * radix) + digit;
        }

        json = value.ToString(CultureInfo.InvariantCulture);
        return true;
    }
}
