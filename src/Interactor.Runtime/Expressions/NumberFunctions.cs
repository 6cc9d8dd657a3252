namespace Interactor.Runtime.Expressions;

/// <summary>
/// Arithmetic of expressions: a result that its type cannot hold, and a division by zero, fail with an
/// <see cref="InteractorException"/> that names the place.
/// </summary>
public static class NumberFunctions
{
    /// <summary>The sum.</summary>
    public static long Add(long left, long right, ExpressionPlace place) => Narrow((Int128)left + right, place);

    /// <summary>The sum.</summary>
    public static double Add(double left, double right, ExpressionPlace place) => Finite(left + right, place);

    /// <summary>The sum.</summary>
    public static decimal Add(decimal left, decimal right, ExpressionPlace place) => Guard(left, right, static (l, r) => l + r, place);

    /// <summary>The difference.</summary>
    public static long Subtract(long left, long right, ExpressionPlace place) => Narrow((Int128)left - right, place);

    /// <summary>The difference.</summary>
    public static double Subtract(double left, double right, ExpressionPlace place) => Finite(left - right, place);

    /// <summary>The difference.</summary>
    public static decimal Subtract(decimal left, decimal right, ExpressionPlace place) => Guard(left, right, static (l, r) => l - r, place);

    /// <summary>The product.</summary>
    public static long Multiply(long left, long right, ExpressionPlace place) => Narrow((Int128)left * right, place);

    /// <summary>The product.</summary>
    public static double Multiply(double left, double right, ExpressionPlace place) => Finite(left * right, place);

    /// <summary>The product.</summary>
    public static decimal Multiply(decimal left, decimal right, ExpressionPlace place) => Guard(left, right, static (l, r) => l * r, place);

    /// <summary>The quotient towards zero.</summary>
    public static long Divide(long left, long right, ExpressionPlace place) =>
        right == 0 ? throw DivisionByZero(place) : Narrow((Int128)left / right, place);

    /// <summary>The quotient.</summary>
    public static double Divide(double left, double right, ExpressionPlace place) =>
        right == 0 ? throw DivisionByZero(place) : Finite(left / right, place);

    /// <summary>The quotient.</summary>
    public static decimal Divide(decimal left, decimal right, ExpressionPlace place) =>
        right == 0 ? throw DivisionByZero(place) : Guard(left, right, static (l, r) => l / r, place);

    /// <summary>The remainder, with the sign of <paramref name="left"/>.</summary>
    public static long Remainder(long left, long right, ExpressionPlace place) => right switch
    {
        0 => throw DivisionByZero(place),

        // The processor refuses this one for the smallest integer.
        -1 => 0,
        _ => left % right,
    };

    /// <summary>The negative.</summary>
    public static long Negate(long value, ExpressionPlace place) => Narrow(-(Int128)value, place);

    /// <summary>The negative.</summary>
    public static double Negate(double value, ExpressionPlace place) => -value;

    /// <summary>The negative.</summary>
    public static decimal Negate(decimal value, ExpressionPlace place) => -value;

    /// <summary>The integer towards zero.</summary>
    public static long Truncate(double value, ExpressionPlace place) =>
        value is >= -9223372036854775808d and < 9223372036854775808d ? (long)value : throw OutOfRange(place);

    private static long Narrow(Int128 value, ExpressionPlace place) =>
        value >= long.MinValue && value <= long.MaxValue ? (long)value : throw OutOfRange(place);

    private static double Finite(double value, ExpressionPlace place) => double.IsFinite(value) ? value : throw OutOfRange(place);

    private static decimal Guard(decimal left, decimal right, Func<decimal, decimal, decimal> work, ExpressionPlace place)
    {
        try
        {
            return work(left, right);
        }
        catch (OverflowException)
        {
            throw OutOfRange(place);
        }
    }

    private static InteractorException OutOfRange(ExpressionPlace place) => place.Failure("the result is outside the range of its type");

    private static InteractorException DivisionByZero(ExpressionPlace place) => place.Failure("a number is divided by zero");
}
