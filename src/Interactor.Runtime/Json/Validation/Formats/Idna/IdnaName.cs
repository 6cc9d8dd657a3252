using System.Buffers;
using System.Text;

namespace Interactor.Runtime.Json.Validation.Formats.Idna;

/// <summary>Host names with labels of IDNA2008 (RFC 5890 to 5893).</summary>
internal static class IdnaName
{
    private const int MostBytes = 253;

    /// <param name="text">UTF-8.</param>
    /// <param name="isUnicode">Labels may be written in Unicode, and the dots as section 3.1 of RFC 3490 lists them.</param>
    public static bool IsValid(ReadOnlySpan<byte> text, bool isUnicode)
    {
        Span<int> label = stackalloc int[IdnaLabel.MostBytes];
        bool isRightToLeft = false;
        bool isAllowedByBidi = true;
        int total = -1;
        bool isLast;
        do
        {
            int end = Dot(text, isUnicode, out int width);
            isLast = end == text.Length;
            int count = Read(text[..end], isUnicode, label, out int bytes);
            total += bytes + 1;
            if (count <= 0 || total > MostBytes)
            {
                return false;
            }

            isRightToLeft |= BidiRule.IsRightToLeft(label[..count]);
            isAllowedByBidi = isAllowedByBidi && BidiRule.Allows(label[..count]);
            text = text[(end + width)..];
        }
        while (!isLast);

        return !isRightToLeft || isAllowedByBidi;
    }

    // Where the first dot is, or the end.
    private static int Dot(ReadOnlySpan<byte> text, bool isUnicode, out int width)
    {
        for (int i = 0; i < text.Length; i++)
        {
            width = text[i] == '.' ? 1
                : isUnicode && (text[i..].StartsWith("\u3002"u8) || text[i..].StartsWith("\uFF0E"u8) || text[i..].StartsWith("\uFF61"u8)) ? 3
                : 0;
            if (width > 0)
            {
                return i;
            }
        }

        width = 0;
        return text.Length;
    }

    /// <param name="text">A label as it is written.</param>
    /// <param name="isUnicode">Labels may be written in Unicode.</param>
    /// <param name="codePoints">Receives the label in Unicode.</param>
    /// <param name="bytes">The length of its form for the DNS.</param>
    /// <returns>The number of code points; -1 when it is no label.</returns>
    private static int Read(ReadOnlySpan<byte> text, bool isUnicode, Span<int> codePoints, out int bytes)
    {
        bytes = text.Length;
        if (Ascii.IsValid(text))
        {
            return ReadAscii(text, isUnicode, codePoints);
        }

        int count = 0;
        while (isUnicode && !text.IsEmpty && Rune.DecodeFromUtf8(text, out Rune rune, out int used) == OperationStatus.Done && count < codePoints.Length)
        {
            codePoints[count++] = rune.Value;
            text = text[used..];
        }

        if (!text.IsEmpty || !IdnaLabel.IsValid(codePoints[..count]))
        {
            return -1;
        }

        int length = Punycode.Encode(codePoints[..count], stackalloc byte[IdnaLabel.MostBytes - IdnaLabel.Prefix.Length]);
        bytes = IdnaLabel.Prefix.Length + length;
        return length < 0 ? -1 : count;
    }

    private static int ReadAscii(ReadOnlySpan<byte> text, bool isUnicode, Span<int> codePoints)
    {
        if (!HostnameFormat.IsLabel(text))
        {
            return -1;
        }

        if (text.Length >= IdnaLabel.Prefix.Length && Ascii.EqualsIgnoreCase(text[..IdnaLabel.Prefix.Length], IdnaLabel.Prefix))
        {
            int count = IdnaLabel.Decode(text, codePoints);
            return count > 0 && IdnaLabel.IsValid(codePoints[..count]) ? count : -1;
        }

        // Other labels with hyphens in the third and fourth place are reserved: host names, but not of IDNA (RFC 5890, section 2.3.1).
        if (isUnicode && text.Length >= 4 && text[2] == '-' && text[3] == '-')
        {
            return -1;
        }

        for (int i = 0; i < text.Length; i++)
        {
            codePoints[i] = text[i];
        }

        return text.Length;
    }
}
