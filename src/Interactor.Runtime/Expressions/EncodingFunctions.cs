using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Interactor.Runtime.Expressions;

/// <summary>Between bytes and text.</summary>
public static class EncodingFunctions
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>RFC 4648, section 4, with padding.</summary>
    public static string Base64(ReadOnlyMemory<byte> bytes) => Convert.ToBase64String(ResultSize.Bounded(bytes.Span));

    /// <summary>RFC 4648, section 4; padding may be left out.</summary>
    public static ReadOnlyMemory<byte> Base64Decode(string text, ExpressionPlace place)
    {
        string padded = text.TrimEnd('=');
        padded = padded.PadRight((padded.Length + 3) / 4 * 4, '=');
        byte[] bytes = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64String(padded, bytes, out int written) ? bytes.AsMemory(0, written) : throw place.Failure("the text is not base64");
    }

    /// <summary>RFC 4648, section 5, without padding.</summary>
    public static string Base64Url(ReadOnlyMemory<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(ResultSize.Bounded(bytes.Span));

    /// <summary>RFC 4648, section 5, with or without padding.</summary>
    public static ReadOnlyMemory<byte> Base64UrlDecode(string text, ExpressionPlace place)
    {
        byte[] bytes = new byte[System.Buffers.Text.Base64Url.GetMaxDecodedLength(text.Length)];
        return System.Buffers.Text.Base64Url.DecodeFromChars(text, bytes, out _, out int written) == OperationStatus.Done
            ? bytes.AsMemory(0, written)
            : throw place.Failure("the text is not base64url");
    }

    /// <summary>Two lower-case digits a byte.</summary>
    public static string Hex(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(ResultSize.Bounded(bytes.Span));

    /// <summary>Two digits of either case a byte.</summary>
    public static ReadOnlyMemory<byte> HexDecode(string text, ExpressionPlace place)
    {
        try
        {
            return Convert.FromHexString(text);
        }
        catch (FormatException)
        {
            throw place.Failure("the text is not hexadecimal");
        }
    }

    /// <summary>The UTF-8 bytes of a text; a lone surrogate becomes U+FFFD.</summary>
    public static ReadOnlyMemory<byte> Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The text of UTF-8 bytes.</summary>
    public static string Utf8Decode(ReadOnlyMemory<byte> bytes, ExpressionPlace place)
    {
        try
        {
            return Strict.GetString(bytes.Span);
        }
        catch (DecoderFallbackException)
        {
            throw place.Failure("the bytes are not UTF-8");
        }
    }

    /// <summary>Percent-encoding of everything but RFC 3986's unreserved characters.</summary>
    public static string UrlEncode(string text)
    {
        ResultSize.CheckText(text.Length);
        return Uri.EscapeDataString(text);
    }

    /// <summary>Percent-encoding resolved; a plus sign stays one.</summary>
    public static string UrlDecode(string text) => Uri.UnescapeDataString(text);

    /// <summary>How many bytes there are.</summary>
    public static long Size(ReadOnlyMemory<byte> bytes) => bytes.Length;

    /// <summary>The bytes one after another.</summary>
    public static ReadOnlyMemory<byte> Join(ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right) => (byte[])[.. left.Span, .. right.Span];

    /// <summary>The same bytes; the time does not tell where they differ.</summary>
    public static bool AreEqual(ReadOnlyMemory<byte>? left, ReadOnlyMemory<byte>? right) =>
        left is { } l && right is { } r ? CryptographicOperations.FixedTimeEquals(l.Span, r.Span) : left.HasValue == right.HasValue;
}
