namespace Interactor.Compiler.Syntax;

/// <summary>Resolves plain scalars by the core schema (YAML 1.2.2, section 10.3.2). <c>yes</c>, <c>on</c> and dates are strings.</summary>
internal static class CoreSchema
{
    public static ScalarKind Resolve(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Boolean,
        ".nan" or ".NaN" or ".NAN" => ScalarKind.Float,
        _ => ResolveNumber(text),
    };

    private static ScalarKind ResolveNumber(string text)
    {
        if (text.Length > 2 && text[0] == '0' && text[1] is ('o' or 'x'))
        {
            return IsRadix(text) ? ScalarKind.Integer : ScalarKind.String;
        }

        int i = text[0] is '+' or '-' ? 1 : 0;
        if (string.CompareOrdinal(text, i, ".inf", 0, 5) == 0
            || string.CompareOrdinal(text, i, ".Inf", 0, 5) == 0
            || string.CompareOrdinal(text, i, ".INF", 0, 5) == 0)
        {
            return ScalarKind.Float;
        }

        int whole = SkipDigits(text, ref i);
        if (i == text.Length)
        {
            return whole > 0 ? ScalarKind.Integer : ScalarKind.String;
        }

        int fraction = 0;
        if (text[i] == '.')
        {
            i++;
            fraction = SkipDigits(text, ref i);
        }

        return whole + fraction > 0 && IsExponentOrEnd(text, i) ? ScalarKind.Float : ScalarKind.String;
    }

    private static bool IsExponentOrEnd(string text, int i)
    {
        if (i == text.Length)
        {
            return true;
        }

        if (text[i] is not ('e' or 'E'))
        {
            return false;
        }

        i++;
        if (i < text.Length && text[i] is ('+' or '-'))
        {
            i++;
        }

        return SkipDigits(text, ref i) > 0 && i == text.Length;
    }

    private static bool IsRadix(string text)
    {
        for (int i = 2; i < text.Length; i++)
        {
            if (text[1] == 'o' ? text[i] is not (>= '0' and <= '7') : !IsHex(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsHex(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');

    private static int SkipDigits(string text, ref int i)
    {
        int start = i;
        while (i < text.Length && text[i] is >= '0' and <= '9')
        {
            i++;
        }

        return i - start;
    }
}
