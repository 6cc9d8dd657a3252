namespace Interactor.Runtime.Json.Validation.Patterns.Syntax;

/// <summary>The text of a regular expression, read from left to right by code points.</summary>
internal sealed class PatternText(string pattern)
{
    /// <summary>The UTF-16 index of what comes next.</summary>
    public int Position { get; set; }

    public bool IsAtEnd => Position >= pattern.Length;

    /// <summary>The next character; U+0000 at the end, where <see cref="IsAtEnd"/> tells it from that character.</summary>
    public char Peek(int ahead = 0) => Position + ahead < pattern.Length ? pattern[Position + ahead] : '\0';

    public int Next()
    {
        bool isPair = char.IsHighSurrogate(Peek()) && char.IsLowSurrogate(Peek(1));
        int codePoint = isPair ? char.ConvertToUtf32(Peek(), Peek(1)) : Peek();
        Position += isPair ? 2 : 1;
        return codePoint;
    }

    public bool TryTake(string text)
    {
        bool isNext = string.CompareOrdinal(pattern, Position, text, 0, text.Length) == 0;
        Position += isNext ? text.Length : 0;
        return isNext;
    }

    /// <summary>What stands before a character, which is taken too.</summary>
    public bool TryUntil(char end, out string text)
    {
        int at = pattern.IndexOf(end, Math.Min(Position, pattern.Length));
        text = at < 0 ? string.Empty : pattern.Substring(Position, at - Position);
        Position = at < 0 ? Position : at + 1;
        return at >= 0;
    }

    /// <summary>Decimal digits.</summary>
    /// <param name="number">At most <see cref="int.MaxValue"/>.</param>
    /// <returns>False when there are none.</returns>
    public bool TryNumber(out int number)
    {
        int start = Position;
        long value = 0;
        for (; Peek() is >= '0' and <= '9'; Position++)
        {
            value = Math.Min((value * 10) + (Peek() - '0'), int.MaxValue);
        }

        number = (int)value;
        return Position > start;
    }

    /// <summary>Hexadecimal digits, exactly as many.</summary>
    public bool TryHex(int digits, out int value)
    {
        value = 0;
        for (int i = 0; i < digits; i++)
        {
            int digit = HexDigit(Peek(i));
            if (digit < 0)
            {
                return false;
            }

            value = (value << 4) | digit;
        }

        Position += digits;
        return true;
    }

    /// <summary>The value of a hexadecimal digit; -1 for anything else.</summary>
    public static int HexDigit(char digit) => digit switch
    {
        >= '0' and <= '9' => digit - '0',
        >= 'a' and <= 'f' => digit - 'a' + 10,
        >= 'A' and <= 'F' => digit - 'A' + 10,
        _ => -1,
    };
}
