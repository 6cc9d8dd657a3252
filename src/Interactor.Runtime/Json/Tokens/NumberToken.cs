using System.Buffers.Text;
using System.Globalization;
using System.Numerics;

namespace Interactor.Runtime.Json.Tokens;

/// <summary>
/// A JSON number by its mathematical value, straight from its text: <c>0.d₁d₂d₃… × 10^<see cref="Exponent"/></c>. Neither
/// <see cref="double"/> nor <see cref="decimal"/> can hold every JSON number, so what must be exact works on the digits.
/// </summary>
internal readonly ref struct NumberToken
{
    // An exponent beyond this is beyond every number that anybody can write out; the bound keeps sums from overflowing.
    private const long ExponentLimit = 1_000_000_000_000_000;

    // From the first to the last digit that is not a zero; a decimal point may lie between.
    private readonly ReadOnlySpan<byte> _digits;

    private NumberToken(ReadOnlySpan<byte> digits, int count, bool isNegative, long exponent)
    {
        _digits = digits;
        Count = count;
        IsNegative = isNegative;
        Exponent = exponent;
    }

    /// <summary>How many significant digits; 0 is the number zero.</summary>
    public int Count { get; }

    public bool IsNegative { get; }

    public long Exponent { get; }

    public bool IsInteger => Count == 0 || Exponent >= Count;

    /// <param name="token">A number of the JSON grammar (RFC 8259, section 6).</param>
    public static NumberToken Parse(ReadOnlySpan<byte> token)
    {
        bool isNegative = token[0] == '-';
        ReadOnlySpan<byte> mantissa = isNegative ? token[1..] : token;
        long exponent = 0;
        int e = mantissa.IndexOfAny((byte)'e', (byte)'E');
        if (e >= 0)
        {
            exponent = ParseExponent(mantissa[(e + 1)..]);
            mantissa = mantissa[..e];
        }

        int first = mantissa.IndexOfAnyInRange((byte)'1', (byte)'9');
        if (first < 0)
        {
            return default;
        }

        int last = mantissa.LastIndexOfAnyInRange((byte)'1', (byte)'9');
        int point = mantissa.IndexOf((byte)'.');
        int count = last - first + (point > first && point < last ? 0 : 1);
        exponent += point < 0 ? mantissa.Length - first : point > first ? point - first : point - first + 1;
        return new(mantissa[first..(last + 1)], count, isNegative, exponent);
    }

    public static bool IsIntegerText(ReadOnlySpan<byte> token) =>
        token.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0 || Parse(token).IsInteger;

    public static int Compare(NumberToken left, NumberToken right)
    {
        int leftSign = left.Count == 0 ? 0 : left.IsNegative ? -1 : 1;
        int rightSign = right.Count == 0 ? 0 : right.IsNegative ? -1 : 1;
        return leftSign != rightSign ? leftSign.CompareTo(rightSign) : leftSign * CompareMagnitude(left, right);
    }

    public static bool TryInt64(ReadOnlySpan<byte> token, out long value) =>
        (Utf8Parser.TryParse(token, out value, out int used) && used == token.Length) || Parse(token).TryInt64(out value);

    /// <summary>Exact or not at all: a number with more digits than <see cref="decimal"/> holds is refused, not rounded.</summary>
    public static bool TryDecimal(ReadOnlySpan<byte> token, out decimal value)
    {
        if (!decimal.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            return false;
        }

        Span<byte> text = stackalloc byte[40];
        return Utf8Formatter.TryFormat(value, text, out int written) && Compare(Parse(token), Parse(text[..written])) == 0;
    }

    public bool TryInt64(out long value)
    {
        value = 0;
        if (!IsInteger || Exponent > 19)
        {
            return false;
        }

        UInt128 magnitude = 0;
        foreach (byte digit in _digits)
        {
            magnitude = digit == '.' ? magnitude : (magnitude * 10) + (ulong)(digit - '0');
        }

        for (long zeros = Exponent - Count; zeros > 0; zeros--)
        {
            magnitude *= 10;
        }

        if (magnitude > (IsNegative ? (UInt128)long.MaxValue + 1 : long.MaxValue))
        {
            return false;
        }

        value = IsNegative ? unchecked(-(long)(ulong)magnitude) : (long)magnitude;
        return true;
    }

    /// <summary>Whether this number divided by <paramref name="divisor"/> is an integer, exactly.</summary>
    /// <param name="divisor">Not zero.</param>
    public bool IsMultipleOf(NumberToken divisor)
    {
        if (Count == 0)
        {
            return true;
        }

        // Both as integers without trailing zeros times a power of ten: V·10^v and D·10^d. With v < d a factor of ten is missing in V.
        long shift = Exponent - Count - (divisor.Exponent - divisor.Count);
        if (shift < 0)
        {
            return false;
        }

        return divisor.Count <= 18
            ? IsMultipleOf(divisor.SmallInteger(), shift)
            : (Integer() * BigInteger.ModPow(10, shift, divisor.Integer()) % divisor.Integer()).IsZero;
    }

    /// <summary>The number as digits times a power of ten, the last digit not zero, where 18 digits are enough.</summary>
    public bool TryDigits(out long digits, out long power)
    {
        digits = power = 0;
        if (Count is 0 or > ScaledNumber.MostDigits)
        {
            return Count == 0;
        }

        digits = IsNegative ? -(long)SmallInteger() : (long)SmallInteger();
        power = Exponent - Count;
        return true;
    }

    public void AddTo(ref HashCode hash)
    {
        hash.Add(Count != 0 && IsNegative);
        hash.Add(Exponent);
        foreach (byte digit in _digits)
        {
            if (digit != '.')
            {
                hash.Add(digit);
            }
        }
    }

    private static long ParseExponent(ReadOnlySpan<byte> text)
    {
        bool isNegative = text[0] == '-';
        long exponent = 0;
        foreach (byte digit in text[0] is (byte)'-' or (byte)'+' ? text[1..] : text)
        {
            exponent = Math.Min(ExponentLimit, (exponent * 10) + (digit - '0'));
        }

        return isNegative ? -exponent : exponent;
    }

    private static int CompareMagnitude(NumberToken left, NumberToken right)
    {
        if (left.Exponent != right.Exponent)
        {
            return left.Exponent.CompareTo(right.Exponent);
        }

        int l = 0;
        int r = 0;
        while (l < left._digits.Length && r < right._digits.Length)
        {
            if (left._digits[l] == '.')
            {
                l++;
            }
            else if (right._digits[r] == '.')
            {
                r++;
            }
            else if (left._digits[l] != right._digits[r])
            {
                return left._digits[l].CompareTo(right._digits[r]);
            }
            else
            {
                l++;
                r++;
            }
        }

        return left.Count.CompareTo(right.Count);
    }

    private bool IsMultipleOf(ulong divisor, long shift)
    {
        // A divisor of at most 18 digits leaves room for one more digit in 64 bits.
        ulong remainder = 0;
        foreach (byte digit in _digits)
        {
            remainder = digit == '.' ? remainder : ((remainder * 10) + (ulong)(digit - '0')) % divisor;
        }

        UInt128 power = 10 % divisor;
        UInt128 product = remainder;
        for (; shift > 0 && product != 0; shift >>= 1)
        {
            product = (shift & 1) == 1 ? product * power % divisor : product;
            power = power * power % divisor;
        }

        return product == 0;
    }

    private ulong SmallInteger()
    {
        ulong value = 0;
        foreach (byte digit in _digits)
        {
            value = digit == '.' ? value : (value * 10) + (ulong)(digit - '0');
        }

        return value;
    }

    private BigInteger Integer()
    {
        Span<char> text = new char[Count];
        int length = 0;
        foreach (byte digit in _digits)
        {
            if (digit != '.')
            {
                text[length++] = (char)digit;
            }
        }

        return BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
