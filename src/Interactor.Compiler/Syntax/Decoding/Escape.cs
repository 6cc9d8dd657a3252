namespace Interactor.Compiler.Syntax.Decoding;

/// <summary>A backslash escape of a double-quoted scalar (YAML 1.2.2, section 5.7), which are JSON's and more.</summary>
/// <param name="CodePoint">What it stands for, possibly half of a surrogate pair; -1 when it is none.</param>
/// <param name="Width">The characters it takes, the backslash included.</param>
internal readonly record struct Escape(int CodePoint, int Width)
{
    private const int HighestCodePoint = 0x10FFFF;

    public bool IsValid => CodePoint >= 0;

    public bool IsSurrogate => CodePoint is >= 0xD800 and <= 0xDFFF;

    public string ToText() => CodePoint <= char.MaxValue ? ((char)CodePoint).ToString() : char.ConvertFromUtf32(CodePoint);

    /// <summary>Reads the escape whose backslash stands at <paramref name="start"/>.</summary>
    public static Escape At(string source, int start, int end)
    {
        if (start + 1 >= end)
        {
            return new Escape(-1, 1);
        }

        return source[start + 1] switch
        {
            'x' => Hexadecimal(source, start, end, 2),
            'u' => Hexadecimal(source, start, end, 4),
            'U' => Hexadecimal(source, start, end, 8),
            char c => new Escape(Simple(c), 2),
        };
    }

    private static int Simple(char c) => c switch
    {
        '0' => 0x00,
        'a' => 0x07,
        'b' => 0x08,
        't' or '\t' => 0x09,
        'n' => 0x0A,
        'v' => 0x0B,
        'f' => 0x0C,
        'r' => 0x0D,
        'e' => 0x1B,
        ' ' or '"' or '/' or '\\' => c,
        'N' => 0x85,
        '_' => 0xA0,
        'L' => 0x2028,
        'P' => 0x2029,
        _ => -1,
    };

    private static Escape Hexadecimal(string source, int start, int end, int digits)
    {
        long value = 0;
        for (int i = 0; i < digits; i++)
        {
            int digit = start + 2 + i < end ? DigitOf(source[start + 2 + i]) : -1;
            if (digit < 0)
            {
                return new Escape(-1, 2 + i);
            }

            value = (value * 16) + digit;
        }

        return new Escape(value <= HighestCodePoint ? (int)value : -1, 2 + digits);
    }

    private static int DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
