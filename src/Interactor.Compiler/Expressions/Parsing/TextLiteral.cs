using System.Globalization;
using System.Text;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Parsing;

/// <summary>Reads text between single or double quotes, plain or raw (<c>r'…'</c>), with the escapes of CEL.</summary>
internal sealed class TextLiteral(ExpressionReport report)
{
    private readonly string _source = report.Text;

    /// <summary>True when a text starts at the position, which then stands after it; the token is null after a report.</summary>
    public bool TryRead(ref int position, out Token? token)
    {
        token = null;
        int start = position;
        int quoteAt = start;
        bool isRaw = false;
        bool isBytes = false;
        while (quoteAt < _source.Length && quoteAt - start < 2 && _source[quoteAt] is 'r' or 'R' or 'b' or 'B')
        {
            isRaw |= _source[quoteAt] is 'r' or 'R';
            isBytes |= _source[quoteAt] is 'b' or 'B';
            quoteAt++;
        }

        if (quoteAt >= _source.Length || _source[quoteAt] is not ('\'' or '"'))
        {
            return false;
        }

        position = quoteAt + 1;
        string? value = ReadContent(_source[quoteAt], isRaw, start, ref position);
        TextRange range = TextRange.Between(start, position);
        if (value is not null && isBytes)
        {
            report.Add(ExpressionDiagnostics.Unsupported, range, "bytes literals", "write utf8('…'), or hex.decode('…')");
        }
        else if (value is not null)
        {
            token = new Token(TokenKind.Text, value, range);
        }

        return true;
    }

    private string? ReadContent(char quote, bool isRaw, int start, ref int position)
    {
        StringBuilder value = new();
        bool isValid = true;
        while (position < _source.Length && _source[position] is not ('\r' or '\n'))
        {
            char c = _source[position];
            if (c == quote)
            {
                position++;
                return isValid ? value.ToString() : null;
            }

            if (c == '\\' && !isRaw)
            {
                isValid &= ReadEscape(value, ref position);
            }
            else
            {
                value.Append(c);
                position++;
            }
        }

        report.Add(ExpressionDiagnostics.UnterminatedText, new TextRange(start, 1), quote.ToString());

        // What follows belongs to the text as far as anyone can tell; reading on would only report it again.
        position = _source.Length;
        return null;
    }

    private bool ReadEscape(StringBuilder value, ref int position)
    {
        int start = position;
        char kind = position + 1 < _source.Length ? _source[position + 1] : '\0';
        position = Math.Min(position + 2, _source.Length);
        int simple = "abfnrtv\\?\"'`".IndexOf(kind);
        if (simple >= 0)
        {
            value.Append("\a\b\f\n\r\t\v\\?\"'`"[simple]);
            return true;
        }

        if (kind is >= '0' and <= '3' && Digits(position - 1, 3, 8) is { } octal)
        {
            position += 2;
            value.Append((char)octal);
            return true;
        }

        int length = kind switch { 'x' or 'X' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (length > 0 && Digits(position, length, 16) is { } code && code <= 0x10FFFF && code is < 0xD800 or > 0xDFFF)
        {
            position += length;
            value.Append(char.ConvertFromUtf32(code));
            return true;
        }

        report.Add(ExpressionDiagnostics.InvalidEscape, TextRange.Between(start, position), _source.Substring(start, position - start));
        return false;
    }

    private int? Digits(int start, int length, int numberBase)
    {
        int value = 0;
        for (int i = start; i < start + length; i++)
        {
            int digit = i < _source.Length ? DigitOf(_source[i]) : -1;
            if (digit < 0 || digit >= numberBase || value > 0x110000)
            {
                return null;
            }

            value = (value * numberBase) + digit;
        }

        return value;
    }

    private static int DigitOf(char c) =>
        Uri.IsHexDigit(c) ? int.Parse(c.ToString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : -1;
}
