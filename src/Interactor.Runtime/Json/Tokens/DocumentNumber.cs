using System.Buffers.Text;
using Interactor.Runtime.Json.Scanning;

namespace Interactor.Runtime.Json.Tokens;

/// <summary>A number as it stands, with its value where 18 digits hold it.</summary>
internal readonly ref struct DocumentNumber
{
    private const int DigitsOfDouble = 15;

    private static ReadOnlySpan<double> PowersOfTen =>
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18];

    /// <param name="text">A number of the JSON grammar.</param>
    public DocumentNumber(ReadOnlySpan<byte> text)
    {
        Numbers.End(text, 0, out ScaledNumber scaled, out bool isScaled);
        Text = text;
        Scaled = scaled;
        IsScaled = isScaled;
    }

    public DocumentNumber(ReadOnlySpan<byte> text, ScaledNumber scaled, bool isScaled)
    {
        Text = text;
        Scaled = scaled;
        IsScaled = isScaled;
    }

    public ReadOnlySpan<byte> Text { get; }

    public bool IsScaled { get; }

    public ScaledNumber Scaled { get; }

    /// <summary>The number as an integer, exactly; 1.0 and 1e2 are integers.</summary>
    public bool TryInt64(out long value)
    {
        value = Scaled.Digits;
        return (IsScaled && Scaled.IsWhole) || NumberToken.TryInt64(Text, out value);
    }

    /// <summary>The nearest double is a whole number only where the number itself is: its digits are fewer than those of a double.</summary>
    private bool IsNearDouble => IsScaled && Math.Abs(Scaled.Digits) <= 1L << 53;

    /// <summary>The nearest double; false for a number too large for a finite one.</summary>
    public bool TryDouble(out double value)
    {
        // Both operands are exact, and one operation of IEEE 754 rounds once.
        if (IsNearDouble)
        {
            value = Scaled.Digits == 0 && Text[0] == '-' ? -0.0 : Scaled.Digits / PowersOfTen[Scaled.Scale];
            return true;
        }

        return Utf8Parser.TryParse(Text, out value, out _) && double.IsFinite(value);
    }

    /// <summary>Whether the nearest double is a whole number although the number itself may be none.</summary>
    /// <param name="value">The nearest double.</param>
    public bool IsRoundedToWhole(double value) => !IsNearDouble && Math.Floor(value) == value && !IsTold(value);

    // Doubles tell numbers of up to 15 digits apart, the smallest aside; a whole double below 10^15 is one of them, and so is every number above.
    private bool IsTold(double value) => NumberToken.Parse(Text) is { Count: <= DigitsOfDouble } digits && (value != 0 || digits.Count == 0);

    /// <summary>The number as a decimal, exactly and with its trailing zeros.</summary>
    public bool TryDecimal(out decimal value)
    {
        if (IsScaled && Text[0] != '-')
        {
            value = new decimal((int)Scaled.Digits, (int)(Scaled.Digits >> 32), 0, isNegative: false, (byte)Scaled.Scale);
            return true;
        }

        return NumberToken.TryDecimal(Text, out value);
    }

    public bool IsInteger => (IsScaled && Scaled.IsWhole) || NumberToken.IsIntegerText(Text);
}
