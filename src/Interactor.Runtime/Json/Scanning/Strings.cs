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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int End(ReadOnlySpan<byte> text, int at, out bool isEscaped)
    {
        at = Special(text, at);
        isEscaped = false;
        return (uint)at < (uint)text.Length && text[at] == '"' ? at : EndOfEscaped(text, at, out isEscaped);
    }

    // From a backslash on, or what may not stand in a string.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int EndOfEscaped(ReadOnlySpan<byte> text, int at, out bool isEscaped)
    {
        isEscaped = false;
        while (true)
        {
            if ((uint)at >= (uint)text.Length)
            {
                return ~text.Length;
            }

            if (text[at] == '"')
            {
                return at;
            }

            int length = text[at] == '\\' ? EscapeLength(text, at + 1) : 0;
            if (length == 0)
            {
                return ~at;
            }

            isEscaped = true;
            at = Special(text, at + 1 + length);
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

    // Of the escape behind a backslash, without the backslash; 0 when it is none.
    private static int EscapeLength(ReadOnlySpan<byte> text, int at)
    {
        if ((uint)at >= (uint)text.Length)
        {
            return 0;
        }

        switch (text[at])
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                return 1;
            case (byte)'u' when at + 4 < text.Length && IsHex(text[at + 1]) && IsHex(text[at + 2]) && IsHex(text[at + 3]) && IsHex(text[at + 4]):
                return 5;
            default:
                return 0;
        }
    }

    private static bool IsHex(byte digit) => char.IsAsciiHexDigit((char)digit);
}
