using System.Buffers.Text;
using Interactor.Runtime.Json.Scanning;

namespace Interactor.Runtime.Json.Tokens;

/// <summary>A number as it stands, with its value where 18 digits hold it.</summary>
internal readonly ref struct DocumentNumber
{
    private const int DigitsOfDouble = 15;

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

    /// <summary>The nearest double; false for a number too large for a finite one.</summary>
    public bool TryDouble(out double value)
    {
        if (IsScaled && Scaled.Digits == 0)
        {
            value = Text[0] == '-' ? -0.0 : 0.0;
            return true;
        }

        return (IsScaled && Scaled.TryDouble(out value)) || (Utf8Parser.TryParse(Text, out value, out _) && double.IsFinite(value));
    }

    /// <summary>Whether the nearest double is a whole number although the number itself may be none.</summary>
    /// <param name="value">The nearest double.</param>
    public bool IsRoundedToWhole(double value) => !(IsScaled && (Scaled.Digits == 0 || Scaled.TryDouble(out _))) && Math.Floor(value) == value && !IsTold(value);

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
