namespace Interactor.Runtime.Json.Tokens;

/// <summary>
/// A JSON number of up to 18 digits, written out without an exponent: <c>digits × 10^-scale</c>. Nearly every number of a real document is one, and two of
/// them compare exactly in integer arithmetic; the others are for <see cref="NumberToken"/>.
/// </summary>
internal readonly struct ScaledNumber
{
    public const int MostDigits = 18;

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

    public bool IsWhole => _scale == 0;

    /// <summary>The greatest whole number that is not greater.</summary>
    public long Floor => (_digits / Powers[_scale]) - (_digits % Powers[_scale] < 0 ? 1 : 0);

    /// <summary>The least whole number that is not less.</summary>
    public long Ceiling => (_digits / Powers[_scale]) + (_digits % Powers[_scale] > 0 ? 1 : 0);

    /// <param name="exponent">From 0 to <see cref="MostDigits"/>.</param>
    public static long Power(int exponent) => Powers[exponent];

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

    /// <returns>False when this arithmetic cannot tell.</returns>
    public bool TryIsMultipleOf(ScaledNumber divisor, out bool isMultiple)
    {
        int scale = Math.Max(_scale, divisor._scale);
        long left = 0;
        long right = 0;
        bool isExact = TryScale(_digits, scale - _scale, ref left) && TryScale(divisor._digits, scale - divisor._scale, ref right) && right != 0;
        isMultiple = isExact && (((ulong)left | (ulong)right) <= uint.MaxValue ? (uint)left % (uint)right == 0 : left % right == 0);
        return isExact;
    }

    private static bool TryScale(long digits, int zeros, ref long scaled)
    {
        long power = Powers[zeros];
        scaled = unchecked(digits * power);
        return zeros == 0 || Math.Abs(digits) <= long.MaxValue / power;
    }
}
