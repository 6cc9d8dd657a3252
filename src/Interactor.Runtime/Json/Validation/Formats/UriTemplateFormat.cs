using System.Buffers;
using System.Text;

namespace Interactor.Runtime.Json.Validation.Formats;

/// <summary>URI templates (RFC 6570, section 2), the operators that it reserves included.</summary>
internal static class UriTemplateFormat
{
    private const int MostPrefixDigits = 4;

    // All of printable ASCII but " % < > \ ^ ` { | }; the apostrophe is among them since erratum 6937.
    private static readonly SearchValues<byte> Literals =
        SearchValues.Create("!#$&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz~"u8);

    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        for (int other; (other = text.IndexOfAnyExcept(Literals)) >= 0;)
        {
            text = text[other..];
            int used = text[0] == '{' ? Expression(text) : UriText.PercentEncoded(text);
            if (used == 0 && !(Rune.DecodeFromUtf8(text, out Rune rune, out used) == OperationStatus.Done && (UriText.IsUcs(rune.Value) || UriText.IsPrivate(rune.Value))))
            {
                return false;
            }

            text = text[used..];
        }

        return true;
    }

    // The length of an expression; 0 when it is none, which no literal can make good.
    private static int Expression(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOf((byte)'}');
        if (end < 0)
        {
            return 0;
        }

        ReadOnlySpan<byte> variables = text[1..end];
        if (!variables.IsEmpty && "+#./;?&=,!@|"u8.Contains(variables[0]))
        {
            variables = variables[1..];
        }

        foreach (Range range in variables.Split((byte)','))
        {
            if (!IsVariable(variables[range]))
            {
                return 0;
            }
        }

        return end + 1;
    }

    private static bool IsVariable(ReadOnlySpan<byte> text)
    {
        int colon = text.IndexOf((byte)':');
        if (colon >= 0)
        {
            ReadOnlySpan<byte> digits = text[(colon + 1)..];
            if (digits.Length is 0 or > MostPrefixDigits || digits[0] == '0' || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            {
                return false;
            }

            text = text[..colon];
        }
        else if (text.EndsWith("*"u8))
        {
            text = text[..^1];
        }

        return IsName(text);
    }

    private static bool IsName(ReadOnlySpan<byte> text)
    {
        bool mayBeDot = false;
        while (!text.IsEmpty)
        {
            bool isDot = text[0] == '.';
            int used = isDot || text[0] == '_' || char.IsAsciiLetterOrDigit((char)text[0]) ? 1 : UriText.PercentEncoded(text);
            if (used == 0 || (isDot && !mayBeDot))
            {
                return false;
            }

            mayBeDot = !isDot;
            text = text[used..];
        }

        // Neither empty nor ending in a dot.
        return mayBeDot;
    }
}
