using System.Globalization;
using System.Text;

namespace Interactor.Compiler.Emit.Encoding;

/// <summary>
/// Writes values as C# literals. Text becomes a regular literal in which every character that could end it, break the line,
/// or not survive the file's UTF-8 is escaped.
/// </summary>
public static class CSharpLiteral
{
    /// <summary><c>"…"</c></summary>
    public static string String(string value) => "\"" + (IsPlain(value) ? value : Escape(value)) + "\"";

    /// <summary><c>"…"u8</c>. A lone surrogate, which UTF-8 cannot say and C# refuses there, becomes U+FFFD.</summary>
    public static string Utf8(string value) => String(IsPlain(value) ? value : WithoutLoneSurrogates(value)) + "u8";

    /// <summary>
    /// <c>"""…"""u8</c>, which needs no escapes, with more quotes where the text has three in a row; <see cref="Utf8"/> for what no such literal can hold.
    /// </summary>
    public static string RawUtf8(string value)
    {
        bool isRaw = value.Length > 0 && value[0] != '"' && value[value.Length - 1] != '"' && value.All(static c => c is >= ' ' and <= '~');
        if (!isRaw)
        {
            return Utf8(value);
        }

        string quotes = "\"\"\"";
        while (value.IndexOf(quotes, StringComparison.Ordinal) >= 0)
        {
            quotes += "\"";
        }

        return quotes + value + quotes + "u8";
    }

    /// <summary><c>'…'</c></summary>
    public static string Char(char value) => value switch
    {
        '\'' => "'\\''",
        '"' => "'\"'",
        _ => "'" + Escape(value.ToString()) + "'",
    };

    /// <summary><c>42</c></summary>
    public static string Int(int value) => value == int.MinValue ? "int.MinValue" : value.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>42L</c></summary>
    public static string Long(long value) =>
        value == long.MinValue ? "long.MinValue" : value.ToString(CultureInfo.InvariantCulture) + "L";

    /// <summary><c>0.5D</c>, with as many digits as give the same value back.</summary>
    public static string Double(double value)
    {
        if (double.IsNaN(value))
        {
            return "double.NaN";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        }

        // "R" is not exact on every framework that the compiler runs on; 17 digits always are.
        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
        bool exact = double.TryParse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture, out double back) && back.Equals(value);
        string digits = exact ? shortest : value.ToString("G17", CultureInfo.InvariantCulture);
        return (value == 0 && 1 / value < 0 ? "-0" : digits) + "D";
    }

    /// <summary><c>0.5M</c></summary>
    public static string Decimal(decimal value) => value.ToString(CultureInfo.InvariantCulture) + "M";

    /// <summary><c>true</c> or <c>false</c></summary>
    public static string Boolean(bool value) => value ? "true" : "false";

    private static bool IsPlain(string value)
    {
        foreach (char c in value)
        {
            if (c is < ' ' or > '~' or '"' or '\\')
            {
                return false;
            }
        }

        return true;
    }

    private static string Escape(string value)
    {
        StringBuilder text = new(value.Length + 8);
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                AppendPair(text, c, value[++i]);
            }
            else
            {
                AppendOne(text, c);
            }
        }

        return text.ToString();
    }

    private static void AppendPair(StringBuilder text, char high, char low)
    {
        if (InvisibleText.Contains(char.ConvertToUtf32(high, low)))
        {
            AppendCode(text, high);
            AppendCode(text, low);
        }
        else
        {
            text.Append(high).Append(low);
        }
    }

    private static void AppendOne(StringBuilder text, char c)
    {
        switch (c)
        {
            case '"':
                text.Append("\\\"");
                break;
            case '\\':
                text.Append("\\\\");
                break;
            case '\n':
                text.Append("\\n");
                break;
            case '\r':
                text.Append("\\r");
                break;
            case '\t':
                text.Append("\\t");
                break;
            default:
                if (InvisibleText.Contains(c))
                {
                    AppendCode(text, c);
                }
                else
                {
                    text.Append(c);
                }

                break;
        }
    }

    // Four digits always: C#'s \x takes as many as follow and would swallow text.
    private static void AppendCode(StringBuilder text, char c) => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));

    private static string WithoutLoneSurrogates(string value)
    {
        StringBuilder text = new(value.Length);
        for (int i = 0; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                text.Append(value[i]).Append(value[++i]);
            }
            else
            {
                text.Append(char.IsSurrogate(value[i]) ? '\uFFFD' : value[i]);
            }
        }

        return text.ToString();
    }
}
