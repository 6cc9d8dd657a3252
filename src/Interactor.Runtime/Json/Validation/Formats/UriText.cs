using System.Buffers;
using System.Text;

namespace Interactor.Runtime.Json.Validation.Formats;

/// <summary>A set of characters that a part of a URI or IRI may be made of, beside percent-encoded bytes.</summary>
internal sealed class UriText
{
    public const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    public const string Delimiters = "!$&'()*+,;=";

    private readonly SearchValues<byte> _ascii;

    private readonly bool _mayBePrivate;

    /// <param name="ascii">Its characters in ASCII.</param>
    /// <param name="mayBePrivate">Of an IRI, it may have characters for private use (RFC 3987, <c>iprivate</c>).</param>
    public UriText(string ascii, bool mayBePrivate = false)
    {
        _ascii = SearchValues.Create(Encoding.ASCII.GetBytes(ascii));
        _mayBePrivate = mayBePrivate;
    }

    /// <param name="text">UTF-8.</param>
    /// <param name="isInternational">Characters beyond ASCII are allowed as RFC 3987 has it.</param>
    public bool Matches(ReadOnlySpan<byte> text, bool isInternational)
    {
        for (int other; (other = text.IndexOfAnyExcept(_ascii)) >= 0;)
        {
            text = text[other..];
            int used = PercentEncoded(text);
            if (used == 0 && (!isInternational || !IsInternational(text, out used)))
            {
                return false;
            }

            text = text[used..];
        }

        return true;
    }

    /// <summary>The length of a percent-encoded byte at the begin of a text: 3, or 0 when there is none.</summary>
    public static int PercentEncoded(ReadOnlySpan<byte> text) =>
        text is [(byte)'%', var high, var low, ..] && char.IsAsciiHexDigit((char)high) && char.IsAsciiHexDigit((char)low) ? 3 : 0;

    /// <summary><c>ucschar</c> of RFC 3987, section 2.2.</summary>
    public static bool IsUcs(int codePoint) => codePoint
        is (>= 0xA0 and <= 0xD7FF) or (>= 0xF900 and <= 0xFDCF) or (>= 0xFDF0 and <= 0xFFEF) or (>= 0x10000 and <= 0xDFFFD) or (>= 0xE1000 and <= 0xEFFFD)
        && (codePoint & 0xFFFE) != 0xFFFE;

    /// <summary><c>iprivate</c> of RFC 3987, section 2.2.</summary>
    public static bool IsPrivate(int codePoint) => codePoint
        is (>= 0xE000 and <= 0xF8FF) or (>= 0xF0000 and <= 0xFFFFD) or (>= 0x100000 and <= 0x10FFFD);

    private bool IsInternational(ReadOnlySpan<byte> text, out int used) =>
        Rune.DecodeFromUtf8(text, out Rune rune, out used) == OperationStatus.Done && (IsUcs(rune.Value) || (_mayBePrivate && IsPrivate(rune.Value)));
}
