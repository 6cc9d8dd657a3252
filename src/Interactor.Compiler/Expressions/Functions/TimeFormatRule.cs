using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions.Checking;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Functions;

/// <summary>
/// A format of <c>time.format</c> and <c>time.parse</c>: a closed set of fields, punctuation, and literal text between single quotes.
/// The fields are those of .NET's custom formats, so that the text is passed on as it is.
/// </summary>
internal sealed class TimeFormatRule : ILiteralRule
{
    private static readonly string[] Fields =
    [
        "yyyy", "yy", "MMMM", "MMM", "MM", "M", "dddd", "ddd", "dd", "d", "HH", "H", "hh", "h", "mm", "m", "ss", "s",
        "fffffff", "ffffff", "fffff", "ffff", "fff", "ff", "f", "tt", "zzz", "K",
    ];

    public bool IsRequired => true;

    public string? Check(string text, TextRange at, CheckContext context)
    {
        string? problem = text.Length is < 2 or > 100 ? "it has to have 2 to 100 characters" : Problem(text);
        if (problem is null)
        {
            return text;
        }

        context.Fail(ExpressionDiagnostics.InvalidTimeFormat, at, problem);
        return null;
    }

    private static string? Problem(string text)
    {
        int position = 0;
        while (position < text.Length)
        {
            char c = text[position];
            if (c == '\'')
            {
                int close = text.IndexOf('\'', position + 1);
                if (close < 0)
                {
                    return "a literal text has no closing quote";
                }

                position = close + 1;
            }
            else if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
            {
                int start = position;
                while (position < text.Length && text[position] == c)
                {
                    position++;
                }

                string field = text.Substring(start, position - start);
                if (!Fields.Contains(field))
                {
                    return $"'{field}' is not a field; put literal letters between single quotes, such as 'T'";
                }
            }
            else if (" -/:.,_()[]+".IndexOf(c) < 0 && c is not (>= '0' and <= '9'))
            {
                return $"'{c}' stands outside of quotes";
            }
            else
            {
                position++;
            }
        }

        return null;
    }
}
