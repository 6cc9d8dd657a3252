using System.Globalization;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Parsing;

/// <summary>Reads integers (decimal or <c>0x…</c>) and numbers with a fraction or an exponent.</summary>
internal static class NumberLiteral
{
    public static bool StartsAt(string text, int position) =>
        IsDigit(text, position) || (text[position] == '.' && IsDigit(text, position + 1));

    /// <summary>The token, or null after a report. The value is not worked out yet: a minus before it takes part.</summary>
    public static Token? Read(ExpressionReport report, ref int position)
    {
        string text = report.Text;
        int start = position;
        TokenKind kind = TokenKind.Integer;
        if (text[position] == '0' && position + 1 < text.Length && text[position + 1] is 'x' or 'X')
        {
            position += 2;
            while (position < text.Length && Uri.IsHexDigit(text[position]))
            {
                position++;
            }
        }
        else
        {
            SkipDigits(text, ref position);
            if (position < text.Length && text[position] == '.' && IsDigit(text, position + 1))
            {
                kind = TokenKind.Number;
                position++;
                SkipDigits(text, ref position);
            }

            if (position < text.Length && text[position] is 'e' or 'E' && ExponentLength(text, position) is > 0 and int length)
            {
                kind = TokenKind.Number;
                position += length;
                SkipDigits(text, ref position);
            }
        }

        return Finish(report, kind, start, ref position);
    }

    /// <summary>The integer in the characters of a token, with the sign before it; null when it does not fit 64 bits.</summary>
    public static long? Integer(string digits, bool isNegative)
    {
        bool isHex = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        bool isRead = isHex
            ? ulong.TryParse(digits.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong value)
            : ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        return !isRead || value > (isNegative ? 1UL << 63 : long.MaxValue) ? null : unchecked(isNegative ? -(long)value : (long)value);
    }

    /// <summary>The number in the characters of a token; null when it is not finite.</summary>
    public static double? Number(string digits) =>
        double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && !double.IsInfinity(value) ? value : null;

    private static Token? Finish(ExpressionReport report, TokenKind kind, int start, ref int position)
    {
        string text = report.Text;
        int end = position;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] == '_'))
        {
            position++;
        }

        TextRange range = TextRange.Between(start, position);
        string written = text.Substring(range.Start, range.Length);
        if (position == end && written.ToLowerInvariant() != "0x")
        {
            return new Token(kind, written, range);
        }

        if (position == end + 1 && text[end] is 'u' or 'U')
        {
            report.Add(ExpressionDiagnostics.Unsupported, range, "unsigned integers", "write the number without 'u'");
        }
        else
        {
            report.Add(ExpressionDiagnostics.InvalidNumber, range, written, "a name or a digit that does not belong follows it");
        }

        return null;
    }

    private static int ExponentLength(string text, int position)
    {
        int sign = position + 1 < text.Length && text[position + 1] is '+' or '-' ? 1 : 0;
        return IsDigit(text, position + 1 + sign) ? 1 + sign : 0;
    }

    private static void SkipDigits(string text, ref int position)
    {
        while (IsDigit(text, position))
        {
            position++;
        }
    }

    private static bool IsDigit(string text, int position) => position < text.Length && text[position] is >= '0' and <= '9';
}
