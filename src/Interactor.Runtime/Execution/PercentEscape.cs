using System.Buffers;
using System.Globalization;
using System.Text;

namespace Interactor.Runtime.Execution;

/// <summary>Percent-encoded characters (RFC 3986, section 2.1), whichever of them a writer encodes.</summary>
internal static class PercentEscape
{
    private const int LongestUtf8 = 4;

    /// <summary>
    /// Appends the first character of a text and returns how much of the text it takes. What is no escape stays as it is; a byte that is no UTF-8 is read
    /// as ISO 8859-1, as older writers meant it.
    /// </summary>
    public static int Read(ReadOnlySpan<char> text, StringBuilder plain)
    {
        Span<byte> bytes = stackalloc byte[LongestUtf8];
        int count = 0;
        while (count < LongestUtf8 && text[(count * 3)..] is ['%', _, _, ..] &&
               byte.TryParse(text.Slice((count * 3) + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[count]))
        {
            count++;
        }

        if (count == 0)
        {
            plain.Append(text[0]);
            return 1;
        }

        if (Rune.DecodeFromUtf8(bytes[..count], out Rune rune, out int consumed) != OperationStatus.Done)
        {
            plain.Append((char)bytes[0]);
            return 3;
        }

        plain.Append(rune.ToString());
        return consumed * 3;
    }

    /// <summary>The same in a form (WHATWG URL, section 5.1), where a plus sign is a space.</summary>
    public static int ReadForm(ReadOnlySpan<char> text, StringBuilder plain)
    {
        if (text[0] != '+')
        {
            return Read(text, plain);
        }

        plain.Append(' ');
        return 1;
    }
}
