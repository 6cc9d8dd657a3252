namespace Interactor.Runtime.Json.Tokens;

/// <summary>
/// A JSON number of up to 18 digits without an exponent: <c>digits × 10^-scale</c>. Nearly every number of a real document is one, and two of
/// them compare exactly in integer arithmetic; the others are for <see cref="NumberToken"/>.
/// </summary>
internal readonly struct ScaledNumber
{
    private const int MostDigits = 18;

    private readonly long _digits;

    private readonly int _scale;

    private ScaledNumber(long digits, int scale)
    {
        _digits = digits;
        _scale = scale;
    }

    private static ReadOnlySpan<long> Powers =>
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
        1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000, 1_000_000_000_000_000_000,
    ];

    /// <param name="token">A number of the JSON grammar.</param>
    /// <param name="number">The number, when the answer is true.</param>
    /// <returns>False for one with an exponent or too many digits.</returns>
    public static bool TryParse(ReadOnlySpan<byte> token, out ScaledNumber number)
    {
        number = default;
        bool isNegative = token[0] == '-';
        long digits = 0;
        int room = MostDigits;
        int point = -1;
        for (int i = isNegative ? 1 : 0; i < token.Length; i++)
        {
            uint digit = (uint)(token[i] - '0');
            if (digit <= 9 && --room >= 0)
            {
                digits = (digits * 10) + digit;
            }
            else if (token[i] == '.')
            {
                point = i;
            }
            else
            {
                return false;
            }
        }

        number = new(isNegative ? -digits : digits, point < 0 ? 0 : token.Length - 1 - point);
        return true;
    }

    public int CompareTo(ScaledNumber other) =>
        _scale == other._scale
            ? _digits.CompareTo(other._digits)
            : ((Int128)_digits * Powers[other._scale]).CompareTo((Int128)other._digits * Powers[_scale]);

    /// <returns>False when this arithmetic cannot tell.</returns>
    public bool TryIsMultipleOf(ScaledNumber divisor, out bool isMultiple)
    {
        int scale = Math.Max(_scale, divisor._scale);
        Int128 left = (Int128)_digits * Powers[scale - _scale];
        Int128 right = (Int128)divisor._digits * Powers[scale - divisor._scale];
        isMultiple = false;
        if (right == 0)
        {
            return false;
        }

        isMultiple = left == (long)left && right == (long)right ? (long)left % (long)right == 0 : left % right == 0;
        return true;
    }
}
