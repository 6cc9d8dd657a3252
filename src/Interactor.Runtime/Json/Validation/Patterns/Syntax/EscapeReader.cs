namespace Interactor.Runtime.Json.Validation.Patterns.Syntax;

/// <summary>Reads the escapes that stand for characters (ECMA-262, section 22.2.1, with the <c>u</c> flag), behind their backslash.</summary>
/// <param name="text">What is read.</param>
/// <param name="findProperty">The set of a <c>\p{…}</c>; null when the name is unknown.</param>
internal sealed class EscapeReader(PatternText text, Func<string, CodePointSet?> findProperty)
{
    /// <summary>What was wrong when <see cref="Read"/> answered null.</summary>
    public string Problem { get; private set; } = string.Empty;

    /// <returns>Null when the escape means nothing; what comes next is then undefined.</returns>
    public CodePointSet? Read()
    {
        switch (text.IsAtEnd ? '\0' : text.Peek())
        {
            case 'd' or 'D': return Class(CodePointSet.Digits);
            case 'w' or 'W': return Class(CodePointSet.Word);
            case 's' or 'S': return Class(CodePointSet.Space);
            case 'p' or 'P': return Property();
            default: return CodePoint() is var codePoint && codePoint >= 0 ? CodePointSet.Of(codePoint, codePoint) : null;
        }
    }

    private CodePointSet Class(CodePointSet set) => char.IsUpper((char)text.Next()) ? set.Complement() : set;

    private CodePointSet? Property()
    {
        bool isNegated = text.Next() == 'P';
        if (!text.TryTake("{") || !text.TryUntil('}', out string name))
        {
            Problem = "a property is written as \\p{Name}";
            return null;
        }

        if (findProperty(name) is not { } set)
        {
            Problem = $"'{name}' is not a known property of characters";
            return null;
        }

        return isNegated ? set.Complement() : set;
    }

    // Letters and digits that mean nothing are refused, because they may come to mean something; other characters stand for themselves,
    // where ECMA-262 allows that for its syntax characters alone and published schemas do not care.
    private int CodePoint()
    {
        if (text.IsAtEnd)
        {
            return Fail("a backslash at the end escapes nothing");
        }

        int codePoint = text.Next();
        switch (codePoint)
        {
            case 't': return '\t';
            case 'n': return '\n';
            case 'v': return '\v';
            case 'f': return '\f';
            case 'r': return '\r';
            case '0': return text.Peek() is >= '0' and <= '9' ? Fail("\\0 cannot be followed by a digit") : '\0';
            case 'c': return IsLetter(text.Peek()) ? text.Next() & 0x1F : Fail("\\c needs a letter");
            case 'x': return text.TryHex(2, out int value) ? value : Fail("\\x needs two hexadecimal digits");
            case 'u': return Unicode();
            default: return codePoint is >= '0' and <= '9' || IsLetter(codePoint) ? Fail($"'\\{(char)codePoint}' is not an escape of ECMA-262") : codePoint;
        }
    }

    private int Unicode()
    {
        const string Rule = "\\u needs four hexadecimal digits, or up to 10FFFF in braces";
        if (text.TryTake("{"))
        {
            int value = 0;
            int digits = 0;
            for (int digit; (digit = PatternText.HexDigit(text.Peek())) >= 0 && value < CodePointSet.End; digits++)
            {
                value = (value << 4) | digit;
                text.Position++;
            }

            return digits > 0 && value < CodePointSet.End && text.TryTake("}") ? value : Fail(Rule);
        }

        if (!text.TryHex(4, out int unit))
        {
            return Fail(Rule);
        }

        int after = text.Position;
        if (char.IsHighSurrogate((char)unit) && text.TryTake("\\u") && text.TryHex(4, out int low) && char.IsLowSurrogate((char)low))
        {
            return char.ConvertToUtf32((char)unit, (char)low);
        }

        text.Position = after;
        return unit;
    }

    private static bool IsLetter(int c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private int Fail(string problem)
    {
        Problem = problem;
        return -1;
    }
}
