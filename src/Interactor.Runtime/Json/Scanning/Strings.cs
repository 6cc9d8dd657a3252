using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Interactor.Runtime.Json.Scanning;

/// <summary>Finds the end of a string, checking its grammar (RFC 8259, section 7).</summary>
internal static class Strings
{
    /// <param name="text">The document.</param>
    /// <param name="at">The offset behind the opening quote.</param>
    /// <param name="isEscaped">The string holds escapes.</param>
    /// <returns>The offset of the closing quote, or the complement of the offset of what may not stand there.</returns>
    public static int End(ReadOnlySpan<byte> text, int at, out bool isEscaped)
    {
        isEscaped = false;
        while (true)
        {
            at = Special(text, at);
            if ((uint)at >= (uint)text.Length)
            {
                return ~text.Length;
            }

            if (text[at] == '"')
            {
                return at;
            }

            if (text[at] != '\\')
            {
                return ~at;
            }

            isEscaped = true;
            int length = EscapeLength(text[(at + 1)..]);
            if (length == 0)
            {
                return ~at;
            }

            at += 1 + length;
        }
    }

    // The next quote, backslash or control character.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Special(ReadOnlySpan<byte> text, int at)
    {
        ref byte start = ref MemoryMarshal.GetReference(text);
        while (at <= text.Length - Vector128<byte>.Count)
        {
            Vector128<byte> bytes = Vector128.LoadUnsafe(ref start, (nuint)at);
            Vector128<byte> found = Vector128.Equals(bytes, Vector128.Create((byte)'"'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
                | Vector128.Equals(Vector128.Min(bytes, Vector128.Create((byte)0x1F)), bytes);
            uint mask = found.ExtractMostSignificantBits();
            if (mask != 0)
            {
                return at + BitOperations.TrailingZeroCount(mask);
            }

            at += Vector128<byte>.Count;
        }

        while ((uint)at < (uint)text.Length && text[at] is not ((byte)'"' or (byte)'\\' or < 0x20))
        {
            at++;
        }

        return at;
    }

    private static int EscapeLength(ReadOnlySpan<byte> rest) => rest switch
    {
        [(byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t', ..] => 1,
        [(byte)'u', var a, var b, var c, var d, ..] when IsHex(a) && IsHex(b) && IsHex(c) && IsHex(d) => 5,
        _ => 0,
    };

    private static bool IsHex(byte digit) => char.IsAsciiHexDigit((char)digit);
}
