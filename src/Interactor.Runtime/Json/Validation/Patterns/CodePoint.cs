using System.Buffers;
using System.Text;

namespace Interactor.Runtime.Json.Validation.Patterns;

/// <summary>Code points in UTF-8 that may have lone surrogates in their three-byte form, as an escape in JSON can write them.</summary>
internal static class CodePoint
{
    /// <param name="utf8">Begins with the code point.</param>
    /// <param name="used">The number of bytes that it takes; at least 1.</param>
    /// <returns>U+FFFD where the bytes are something else.</returns>
    public static int Decode(ReadOnlySpan<byte> utf8, out int used)
    {
        if (Rune.DecodeFromUtf8(utf8, out Rune rune, out used) != OperationStatus.Done && utf8 is [0xED, >= 0xA0, >= 0x80, ..])
        {
            used = 3;
            return 0xD000 | ((utf8[1] & 0x3F) << 6) | (utf8[2] & 0x3F);
        }

        used = Math.Max(used, 1);
        return rune.Value;
    }

    /// <returns>The number of bytes written, at most 4.</returns>
    public static int Encode(int codePoint, Span<byte> destination)
    {
        if (Rune.TryCreate(codePoint, out Rune rune))
        {
            return rune.EncodeToUtf8(destination);
        }

        destination[0] = 0xED;
        destination[1] = (byte)(0x80 | ((codePoint >> 6) & 0x3F));
        destination[2] = (byte)(0x80 | (codePoint & 0x3F));
        return 3;
    }
}
