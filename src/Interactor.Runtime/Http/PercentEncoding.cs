using System.Buffers;
using System.Text;

namespace Interactor.Runtime.Http;

/// <summary>Which characters stand for themselves in each part of a URL; every other one becomes the percent-encoded bytes of its UTF-8 form (RFC 3986, section 2.1).</summary>
internal static class PercentEncoding
{
    private const string UnreservedText = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private const string Digits = "0123456789ABCDEF";

    /// <summary>A value: unreserved characters only (section 2.3).</summary>
    public static readonly SearchValues<char> Unreserved = SearchValues.Create(UnreservedText);

    /// <summary>The fixed part of a path, written by the definition's author and possibly encoded already.</summary>
    public static readonly SearchValues<char> PathLiteral = SearchValues.Create(UnreservedText + "!$&'()*+,;=:@/%");

    /// <summary>The fixed part of a query, written by the definition's author.</summary>
    public static readonly SearchValues<char> QueryLiteral = SearchValues.Create(UnreservedText + "!$&'()*+,;=:@/?%");

    /// <summary>
    /// A query value with <c>allowReserved</c> (OpenAPI 3.1, Parameter Object; RFC 6570, section 3.2.3), save the characters that would end the value
    /// or that servers read as a space.
    /// </summary>
    public static readonly SearchValues<char> Reserved = SearchValues.Create(UnreservedText + "!$'()*,;=:@/?%");

    /// <summary>A value in <c>application/x-www-form-urlencoded</c> (WHATWG URL, section 5.2).</summary>
    public static readonly SearchValues<char> Form = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._*");

    /// <summary>Appends text with everything encoded that is not kept.</summary>
    public static void AppendTo(TextBuffer target, ReadOnlySpan<char> text, SearchValues<char> kept)
    {
        Span<byte> utf8 = stackalloc byte[4];
        while (true)
        {
            int plain = text.IndexOfAnyExcept(kept);
            if (plain < 0)
            {
                target.Append(text);
                return;
            }

            target.Append(text[..plain]);
            text = text[plain..];
            if (text[0] == ' ' && ReferenceEquals(kept, Form))
            {
                target.Append('+');
                text = text[1..];
                continue;
            }

            // A surrogate without its partner decodes to U+FFFD.
            Rune.DecodeFromUtf16(text, out Rune rune, out int consumed);
            text = text[consumed..];
            int length = rune.EncodeToUtf8(utf8);
            foreach (byte value in utf8[..length])
            {
                target.Append('%');
                target.Append(Digits[value >> 4]);
                target.Append(Digits[value & 15]);
            }
        }
    }
}
