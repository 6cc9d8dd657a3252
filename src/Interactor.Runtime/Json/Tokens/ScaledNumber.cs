namespace Interactor.Runtime.Json.Tokens;

/// <summary>
/// A JSON number of up to 18 digits, written out without an exponent: <c>digits × 10^-scale</c>. Nearly every number of a real document is one, and two of
/// them compare exactly in integer arithmetic; the others are for <see cref="NumberToken"/>.
/// </summary>
internal readonly struct ScaledNumber
{
    public const int MostDigits = 18;

    private static ReadOnlySpan<double> DoublePowers =>
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18];

    private static readonly long[] Powers =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
        1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000, 1_000_000_000_000_000_000,
    ];

    private readonly long _digits;

    private readonly int _scale;

    public ScaledNumber(long digits, int scale)
    {
        _digits = digits;
        _scale = scale;
    }

    /// <summary>All digits as one number, without the point.</summary>
    public long Digits => _digits;

    /// <summary>How many of them stand behind the point.</summary>
    public int Scale => _scale;

    /// <summary>No digit stands behind the point.</summary>
    public bool IsWhole => _scale == 0;

    /// <summary>No digit but zeros stands behind the point.</summary>
    public bool IsInteger => _scale == 0 || _digits % Powers[_scale] == 0;

    /// <param name="exponent">From 0 to <see cref="MostDigits"/>.</param>
    public static long Power(int exponent) => Powers[exponent];

    /// <summary>The nearest double, for numbers with few enough digits: it is whole only where the number is. Zero, which may be negative, is left out.</summary>
    public bool TryDouble(out double value)
    {
        // Both operands are exact, and one operation of IEEE 754 rounds once.
        value = _digits / DoublePowers[_scale];
        return Math.Abs(_digits) <= 1L << 53 && _digits != 0;
    }

    /// <summary>The number as digits times a power of ten, the last digit not zero.</summary>
    public void Shorten(out long digits, out int power)
    {
        (digits, power) = (_digits, _digits == 0 ? 0 : -_scale);
        while (digits != 0 && digits % 10 == 0)
        {
            digits /= 10;
            power++;
        }
    }

    public int CompareTo(ScaledNumber other)
    {
        if (_scale == other._scale || other._digits == 0)
        {
            return _digits.CompareTo(other._digits);
        }

        int scale = Math.Max(_scale, other._scale);
        long left = 0;
        long right = 0;
        return TryScale(_digits, scale - _scale, ref left) && TryScale(other._digits, scale - other._scale, ref right)
            ? left.CompareTo(right)
            : ((Int128)_digits * Powers[other._scale]).CompareTo((Int128)other._digits * Powers[_scale]);
    }

    /// <param name="divisor">Not zero.</param>
    public bool IsMultipleOf(ScaledNumber divisor)
    {
        int scale = Math.Max(_scale, divisor._scale);
        long left = 0;
        long right = 0;
        if (!TryScale(_digits, scale - _scale, ref left) || !TryScale(divisor._digits, scale - divisor._scale, ref right))
        {
            return (Int128)_digits * Powers[scale - _scale] % ((Int128)divisor._digits * Powers[scale - divisor._scale]) == 0;
        }

        return ((ulong)left | (ulong)right) <= uint.MaxValue ? (uint)left % (uint)right == 0 : left % right == 0;
    }

    private static bool TryScale(long digits, int zeros, ref long scaled)
    {
        long power = Powers[zeros];
        scaled = unchecked(digits * power);
        return zeros == 0 || Math.Abs(digits) <= long.MaxValue / power;
    }
}
