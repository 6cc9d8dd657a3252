using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Scanning;

/// <summary>Finds the end of a number, checking its grammar (RFC 8259, section 6), and keeps its value on the way.</summary>
internal static class Numbers
{
    private static ReadOnlySpan<ulong> PowersOfTen => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    // Beyond every one that a scaled number can have.
    private const int MostExponent = 10_000;

    /// <param name="text">The document.</param>
    /// <param name="start">The offset of its first byte.</param>
    /// <param name="scaled">The number's value, when it is told.</param>
    /// <param name="isScaled">The number has few enough digits for its value to be told, with those that its exponent stands for.</param>
    /// <returns>The offset behind it, or the complement of the offset of what may not stand there.</returns>
    public static int End(ReadOnlySpan<byte> text, int start, out ScaledNumber scaled, out bool isScaled)
    {
        scaled = default;
        isScaled = false;
        bool isNegative = text[start] == '-';
        int first = isNegative ? start + 1 : start;
        ulong digits = 0;
        int at = Digits(text, first, ref digits);
        if (at == first || (at > first + 1 && text[first] == '0'))
        {
            return ~at;
        }

        int count = at - first;
        int scale = 0;
        if ((uint)at < (uint)text.Length && text[at] == '.')
        {
            int fraction = at + 1;
            at = Digits(text, fraction, ref digits);
            scale = at - fraction;
            if (scale == 0)
            {
                return ~at;
            }
        }

        if ((uint)at < (uint)text.Length && (text[at] | 0x20) == 'e')
        {
            at = Exponent(text, at + 1, out int exponent);
            (count, scale) = (count + scale, scale - exponent);
            if (scale is < 0 and >= -ScaledNumber.MostDigits)
            {
                // Zeros behind the digits, while there is room for them.
                digits *= (ulong)ScaledNumber.Power(-scale);
                (count, scale) = (count - scale, 0);
            }

            isScaled = at >= 0 && count <= ScaledNumber.MostDigits && scale is >= 0 and <= ScaledNumber.MostDigits;
        }
        else
        {
            isScaled = count + scale <= ScaledNumber.MostDigits;
        }

        scaled = new(isNegative ? -(long)digits : (long)digits, scale);
        return at;
    }

    private static int Exponent(ReadOnlySpan<byte> text, int at, out int exponent)
    {
        bool isNegative = false;
        if ((uint)at < (uint)text.Length && text[at] is (byte)'+' or (byte)'-')
        {
            isNegative = text[at] == '-';
            at++;
        }

        ulong value = 0;
        int end = Digits(text, at, ref value);

        // One of more digits is not told, however many of them are zeros.
        exponent = end - at > 4 ? MostExponent : isNegative ? -(int)value : (int)value;
        return end == at ? ~at : end;
    }

    // More digits than fit overflow, and are not asked about.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digits(ReadOnlySpan<byte> text, int at, ref ulong value)
    {
        ulong sum = value;
        while (at + sizeof(ulong) <= text.Length)
        {
            int count = UpToEightDigits(text, at, out uint some);
            sum = unchecked((sum * PowersOfTen[count]) + some);
            at += count;
            if (count < sizeof(ulong))
            {
                value = sum;
                return at;
            }
        }

        return LastDigits(text, at, sum, out value);
    }

    private static int LastDigits(ReadOnlySpan<byte> text, int at, ulong sum, out ulong value)
    {
        uint digit;
        while ((uint)at < (uint)text.Length && (digit = (uint)text[at] - '0') <= 9)
        {
            sum = unchecked((sum * 10) + digit);
            at++;
        }

        value = sum;
        return at;
    }

    // Eight bytes in one word: how many digits come first, and their value, found by combining neighbours in pairs, fours and eight.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int UpToEightDigits(ReadOnlySpan<byte> text, int at, out uint value)
    {
        ulong digits = BinaryPrimitives.ReadUInt64LittleEndian(text[at..]) - 0x3030303030303030;

        // What is borrowed or carried goes to bytes behind the first that is no digit, which do not count.
        ulong others = (digits | (digits + 0x7676767676767676)) & 0x8080808080808080;
        int count = BitOperations.TrailingZeroCount(others) >> 3;
        value = 0;
        if (count == 0)
        {
            return 0;
        }

        digits <<= 64 - (count << 3);
        digits = (digits * 10) + (digits >> 8);
        value = (uint)((((digits & 0x000000FF000000FF) * 0x000F424000000064) + (((digits >> 16) & 0x000000FF000000FF) * 0x0000271000000001)) >> 32);
        return count;
    }
}
