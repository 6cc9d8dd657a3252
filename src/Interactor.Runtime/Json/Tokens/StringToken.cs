using System.Buffers;
using System.Text;

namespace Interactor.Runtime.Json.Tokens;

/// <summary>
/// The text of a JSON string token. System.Text.Json throws on an escaped lone surrogate (<c>"\uD83D"</c>, which RFC 8259, section 8.2,
/// lets a sender write, and which every service that cuts text inside an emoji does send); here it is a character like any other.
/// </summary>
internal static class StringToken
{
    private const int FewLetters = 16;

    /// <summary>How many Unicode code points the text has; a lone surrogate counts as one.</summary>
    public static int CodePoints(ReadOnlySpan<byte> raw, bool isEscaped)
    {
        if (!isEscaped)
        {
            return Scalars(raw);
        }

        int count = 0;
        int escape;
        while ((escape = raw.IndexOf((byte)'\\')) >= 0)
        {
            _ = ReadEscape(raw[escape..], out int used);
            count += Scalars(raw[..escape]) + 1;
            raw = raw[(escape + used)..];
        }

        return count + Scalars(raw);
    }

    /// <summary>Writes the text as UTF-8, a lone surrogate as its three bytes; never longer than the token.</summary>
    /// <returns>The number of bytes written.</returns>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<byte> destination)
    {
        int written = 0;
        int escape;
        while ((escape = raw.IndexOf((byte)'\\')) >= 0)
        {
            raw[..escape].CopyTo(destination[written..]);
            written += escape;
            written += Encode(ReadEscape(raw[escape..], out int used), destination[written..]);
            raw = raw[(escape + used)..];
        }

        raw.CopyTo(destination[written..]);
        return written + raw.Length;
    }

    /// <summary>
    /// Writes the text as UTF-16, a lone surrogate as itself, U+FFFD for what is not UTF-8; never more characters than the token has bytes.
    /// </summary>
    /// <returns>The number of characters written.</returns>
    public static int ToChars(ReadOnlySpan<byte> raw, bool isEscaped, Span<char> destination)
    {
        int written = 0;
        int escape;
        while (isEscaped && (escape = raw.IndexOf((byte)'\\')) >= 0)
        {
            written += Widen(raw[..escape], destination[written..]);
            int codePoint = ReadEscape(raw[escape..], out int used);
            if (codePoint > char.MaxValue)
            {
                written += new Rune(codePoint).EncodeToUtf16(destination[written..]);
            }
            else
            {
                destination[written++] = (char)codePoint;
            }

            raw = raw[(escape + used)..];
        }

        return written + Widen(raw, destination[written..]);
    }

    /// <summary>The text as a .NET string.</summary>
    public static string ToText(ReadOnlySpan<byte> raw, bool isEscaped)
    {
        if (!isEscaped)
        {
            return Encoding.UTF8.GetString(raw);
        }

        char[]? rented = null;
        Span<char> buffer = raw.Length <= 256 ? stackalloc char[256] : (rented = ArrayPool<char>.Shared.Rent(raw.Length));
        string text = new(buffer[..ToChars(raw, isEscaped, buffer)]);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return text;
    }

    /// <summary>Whether a token's text, escapes resolved, is this one.</summary>
    public static bool AreEqual(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> utf8)
    {
        // A character takes at most six bytes as an escape, and never fewer than it takes plain.
        if (raw.Length < utf8.Length || raw.Length > 6L * utf8.Length)
        {
            return false;
        }

        int escape;
        Span<byte> plain = stackalloc byte[4];
        while ((escape = raw.IndexOf((byte)'\\')) >= 0)
        {
            if (!utf8.StartsWith(raw[..escape]))
            {
                return false;
            }

            utf8 = utf8[escape..];
            int length = Encode(ReadEscape(raw[escape..], out int used), plain);
            if (!utf8.StartsWith(plain[..length]))
            {
                return false;
            }

            utf8 = utf8[length..];
            raw = raw[(escape + used)..];
        }

        return raw.SequenceEqual(utf8);
    }

    // Between escapes there are often a few letters only, which cost less here than the call.
    private static int Widen(ReadOnlySpan<byte> utf8, Span<char> destination)
    {
        if (utf8.Length > FewLetters)
        {
            return Encoding.UTF8.GetChars(utf8, destination);
        }

        for (int i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] > 0x7F)
            {
                return i + Encoding.UTF8.GetChars(utf8[i..], destination[i..]);
            }

            destination[i] = (char)utf8[i];
        }

        return utf8.Length;
    }

    private static int Scalars(ReadOnlySpan<byte> utf8)
    {
        int count = 0;
        foreach (byte b in utf8)
        {
            count += (b & 0xC0) == 0x80 ? 0 : 1;
        }

        return count;
    }

    // The reader has checked the grammar of escapes; what stands here is complete.
    private static int ReadEscape(ReadOnlySpan<byte> text, out int used)
    {
        used = 2;
        switch (text[1])
        {
            case (byte)'b': return '\b';
            case (byte)'f': return '\f';
            case (byte)'n': return '\n';
            case (byte)'r': return '\r';
            case (byte)'t': return '\t';
            case (byte)'u': break;
            default: return text[1];
        }

        used = 6;
        int unit = Hex(text[2..6]);
        if (char.IsHighSurrogate((char)unit) && text.Length >= 12 && text[6] == '\\' && text[7] == 'u')
        {
            int low = Hex(text[8..12]);
            if (char.IsLowSurrogate((char)low))
            {
                used = 12;
                return char.ConvertToUtf32((char)unit, (char)low);
            }
        }

        return unit;
    }

    private static int Hex(ReadOnlySpan<byte> digits)
    {
        int value = 0;
        foreach (byte digit in digits)
        {
            value = (value << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return value;
    }

    private static int Encode(int codePoint, Span<byte> destination)
    {
        if (Rune.TryCreate(codePoint, out Rune rune))
        {
            return rune.EncodeToUtf8(destination);
        }

        destination[0] = (byte)(0xE0 | (codePoint >> 12));
        destination[1] = (byte)(0x80 | ((codePoint >> 6) & 0x3F));
        destination[2] = (byte)(0x80 | (codePoint & 0x3F));
        return 3;
    }
}
