namespace Interactor.Runtime.Json.Tokens;

/// <summary>A number of at most 19 digits as <c>mantissa × 10^exponent</c>: nearly every number there is, and exact in 64 bits.</summary>
internal readonly ref struct SmallNumber
{
    private const int MaximumDigits = 19;

    private static ReadOnlySpan<double> PowersOfTen =>
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    private SmallNumber(bool isNegative, ulong mantissa, int exponent)
    {
        IsNegative = isNegative;
        Mantissa = mantissa;
        Exponent = exponent;
    }

    public bool IsNegative { get; }

    public ulong Mantissa { get; }

    public int Exponent { get; }

    /// <param name="token">A number of the JSON grammar (RFC 8259, section 6).</param>
    /// <param name="number">The number, when the answer is true.</param>
    /// <returns>False for one with more digits, or with an exponent of more than three.</returns>
    public static bool TryParse(ReadOnlySpan<byte> token, out SmallNumber number)
    {
        number = default;
        bool isNegative = token[0] == '-';
        int i = isNegative ? 1 : 0;
        int first = i;
        ulong mantissa = 0;
        uint digit;
        while (i < token.Length && (digit = (uint)(token[i] - '0')) <= 9)
        {
            mantissa = (mantissa * 10) + digit;
            i++;
        }

        int digits = i - first;
        int exponent = 0;
        if (i < token.Length && token[i] == '.')
        {
            first = ++i;
            while (i < token.Length && (digit = (uint)(token[i] - '0')) <= 9)
            {
                mantissa = (mantissa * 10) + digit;
                i++;
            }

            exponent = first - i;
            digits -= exponent;
        }

        if (digits > MaximumDigits || (i < token.Length && !TryExponent(token[(i + 1)..], ref exponent)))
        {
            return false;
        }

        number = new(isNegative, mantissa, exponent);
        return true;
    }

    /// <summary>The number as an integer, exactly.</summary>
    public bool TryInt64(out long value)
    {
        value = unchecked(IsNegative ? -(long)Mantissa : (long)Mantissa);
        return Exponent == 0 && Mantissa <= long.MaxValue;
    }

    /// <summary>The nearest double: both operands are exact, and one operation of IEEE 754 rounds once.</summary>
    public bool TryDouble(out double value)
    {
        value = 0;
        if (Mantissa > 1UL << 53 || Exponent is < -22 or > 22)
        {
            return false;
        }

        double magnitude = Exponent < 0 ? Mantissa / PowersOfTen[-Exponent] : Mantissa * PowersOfTen[Exponent];
        value = IsNegative ? -magnitude : magnitude;
        return true;
    }

    /// <summary>The number as a decimal, exactly and with its trailing zeros.</summary>
    public bool TryDecimal(out decimal value)
    {
        bool fits = Exponent is <= 0 and >= -28;
        value = fits ? new decimal((int)Mantissa, (int)(Mantissa >> 32), 0, IsNegative, (byte)-Exponent) : 0;
        return fits;
    }

    private static bool TryExponent(ReadOnlySpan<byte> text, ref int exponent)
    {
        bool isNegative = text[0] == '-';
        text = text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        int value = 0;
        foreach (byte digit in text)
        {
            value = (value * 10) + (digit - '0');
        }

        exponent += isNegative ? -value : value;
        return text.Length <= 3;
    }
}
