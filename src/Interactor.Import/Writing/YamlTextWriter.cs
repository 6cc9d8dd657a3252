using System.Text;
using Interactor.Compiler.Syntax;

namespace Interactor.Import.Writing;

/// <summary>Writes text of YAML in the plainest form in which it stays what it is.</summary>
internal static class YamlTextWriter
{
    private const int LongestInLine = 120;

    /// <summary>Text of several lines that a literal block can hold as it is.</summary>
    public static bool IsBlock(string text)
    {
        if (!text.Contains('\n') || text[0] is ' ' or '\n' || text.EndsWith("\n\n", StringComparison.Ordinal))
        {
            return false;
        }

        bool isBlank = true;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                // A line of blanks is easily lost by an editor.
                if (isBlank && i > 0 && text[i - 1] == ' ')
                {
                    return false;
                }

                isBlank = true;
                continue;
            }

            isBlank &= text[i] == ' ';
            if (!IsPrintable(text, ref i))
            {
                return false;
            }
        }

        return !isBlank || text[^1] == '\n';
    }

    public static void WriteBlock(StringBuilder yaml, string text, int indent)
    {
        yaml.Append(text[^1] == '\n' ? "|" : "|-");
        foreach (string line in (text[^1] == '\n' ? text[..^1] : text).Split('\n'))
        {
            yaml.Append('\n');
            if (line.Length > 0)
            {
                yaml.Append(' ', indent).Append(line);
            }
        }
    }

    public static void WriteInLine(StringBuilder yaml, string text)
    {
        if (IsPlain(text))
        {
            yaml.Append(text);
        }
        else if (IsSingleQuoted(text))
        {
            yaml.Append('\'').Append(text.Replace("'", "''")).Append('\'');
        }
        else
        {
            JsonTextWriter.Write(yaml, text);
        }
    }

    // Quotes and backslashes are easier to read between single quotes.
    private static bool IsSingleQuoted(string text)
    {
        if (text.IndexOfAny(['"', '\\']) < 0)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (!IsPrintable(text, ref i))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlain(string text)
    {
        if (text.Length is 0 or > LongestInLine * 20
            || !(char.IsAsciiLetterOrDigit(text[0]) || text[0] is '/' or '_' or '(' or '.' or '^' or '+' || text[0] > '\u00A0')
            || text[^1] is ' ' or ':'
            || text.Contains("${", StringComparison.Ordinal)
            || CoreSchema.Resolve(text) != ScalarKind.String)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            if ((text[i] == ':' && text[i + 1] is ' ')
                || (text[i] == '#' && i > 0 && text[i - 1] == ' ')
                || !IsPrintable(text, ref i))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPrintable(string text, ref int index)
    {
        char c = text[index];
        if (c is >= ' ' and <= '~' || JsonTextWriter.IsPlainLetter(text, index))
        {
            return c != '\u00A0';
        }

        if (char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            index++;
            return true;
        }

        return false;
    }
}
