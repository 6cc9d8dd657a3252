using System.Globalization;
using System.Text;

namespace Interactor.Compiler.Expressions.Functions;

/// <summary>
/// Rewrites an RE2 pattern so that .NET gives it RE2's meaning: <c>\d \w \s</c> are ASCII, and <c>$</c> is the end of the text
/// and not the place before a last line break.
/// </summary>
internal static class PatternTranslator
{
    private const int RepeatLimit = 1000;

    /// <summary>The pattern for .NET; null with the problem when it has no place in the language.</summary>
    public static string? Translate(string pattern, out string? problem)
    {
        StringBuilder output = new(pattern.Length + 8);
        bool isInClass = false;
        problem = null;
        for (int i = 0; i < pattern.Length && problem is null; i++)
        {
            char c = pattern[i];
            switch (c)
            {
                case '\\' when i + 1 < pattern.Length:
                    problem = AppendEscape(output, pattern[++i], isInClass);
                    break;
                case '\\':
                    problem = "it ends with a backslash";
                    break;
                case '[' when isInClass && i + 1 < pattern.Length && pattern[i + 1] == ':':
                    problem = "classes such as [:alpha:] are not supported; write the characters";
                    break;
                case '[' when isInClass:
                    output.Append("\\[");
                    break;
                case '[':
                    isInClass = true;
                    i += AppendClassStart(output, pattern, i);
                    break;
                case ']':
                    isInClass = false;
                    output.Append(c);
                    break;
                case '-' when isInClass && i + 1 < pattern.Length && pattern[i + 1] == '[':
                    problem = "a class cannot be subtracted from another";
                    break;
                case '$' when !isInClass:
                    output.Append("\\z");
                    break;
                case '(' when !isInClass:
                    problem = GroupProblem(pattern, i);
                    output.Append(c);
                    break;
                case '{' when !isInClass:
                    problem = RepeatProblem(pattern, i);
                    output.Append(c);
                    break;
                default:
                    output.Append(c);
                    break;
            }
        }

        return problem is null ? output.ToString() : null;
    }

    // A ']' right after the opening, or after its '^', stands for itself.
    private static int AppendClassStart(StringBuilder output, string pattern, int open)
    {
        int length = 0;
        output.Append('[');
        if (open + 1 < pattern.Length && pattern[open + 1] == '^')
        {
            output.Append('^');
            length++;
        }

        if (open + length + 1 < pattern.Length && pattern[open + length + 1] == ']')
        {
            output.Append("\\]");
            length++;
        }

        return length;
    }

    private static string? AppendEscape(StringBuilder output, char c, bool isInClass)
    {
        string? ascii = (c, isInClass) switch
        {
            ('d', true) => "0-9",
            ('w', true) => "0-9A-Za-z_",
            ('s', true) => "\\t\\n\\f\\r ",
            ('d', false) => "[0-9]",
            ('w', false) => "[0-9A-Za-z_]",
            ('s', false) => "[\\t\\n\\f\\r ]",
            ('D', false) => "[^0-9]",
            ('W', false) => "[^0-9A-Za-z_]",
            ('S', false) => "[^\\t\\n\\f\\r ]",
            _ => null,
        };
        if (ascii is not null)
        {
            output.Append(ascii);
            return null;
        }

        if (c is >= '1' and <= '9' or 'k')
        {
            return "it refers back to a group, which would need backtracking";
        }

        bool isLetter = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
        if (isLetter && "afnrtvxbBAz".IndexOf(c) < 0)
        {
            return $"'\\{c}' is not supported";
        }

        output.Append('\\').Append(c);
        return null;
    }

    private static string? GroupProblem(string pattern, int open)
    {
        bool isPlain = open + 1 >= pattern.Length || pattern[open + 1] != '?';
        bool isSupported = StartsWith(pattern, open, "(?:") || StartsWith(pattern, open, "(?i)") || StartsWith(pattern, open, "(?s)");
        return isPlain || isSupported ? null : "groups are '(…)' and '(?:…)', flags '(?i)' and '(?s)'; look-around would need backtracking";
    }

    private static string? RepeatProblem(string pattern, int open)
    {
        int close = pattern.IndexOf('}', open);
        string counts = close < 0 ? string.Empty : pattern.Substring(open + 1, close - open - 1);
        foreach (string count in counts.Split(','))
        {
            bool isNumber = int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
            if (isNumber && number > RepeatLimit)
            {
                return $"it repeats more than {RepeatLimit} times";
            }
        }

        return null;
    }

    private static bool StartsWith(string text, int position, string start) =>
        string.CompareOrdinal(text, position, start, 0, start.Length) == 0;
}
