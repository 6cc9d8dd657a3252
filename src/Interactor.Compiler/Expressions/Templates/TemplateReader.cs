using System.Text;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions.Parsing;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Templates;

/// <summary>
/// Cuts a scalar's text into literal text and expressions. The lexer finds the closing brace, so braces and quotes inside an
/// expression mean what they mean there.
/// </summary>
internal static class TemplateReader
{
    private const string Open = "${";

    private const string EscapedOpen = "$${";

    public static bool HasExpression(string text)
    {
        int position = 0;
        while (true)
        {
            int open = text.IndexOf(Open, position, StringComparison.Ordinal);
            if (open < 0)
            {
                return false;
            }

            if (!IsEscaped(text, position, open))
            {
                return true;
            }

            position = open + Open.Length;
        }
    }

    /// <summary>The parts; null when a <c>${</c> has no end, which is reported.</summary>
    public static List<TemplatePart>? Read(ExpressionReport report)
    {
        string text = report.Text;
        List<TemplatePart> parts = [];
        StringBuilder literal = new();
        int position = 0;
        while (position < text.Length)
        {
            if (StartsWith(text, position, EscapedOpen))
            {
                literal.Append(Open);
                position += EscapedOpen.Length;
            }
            else if (!StartsWith(text, position, Open))
            {
                literal.Append(text[position++]);
            }
            else
            {
                Flush(literal, parts);
                if (ReadExpression(report, position) is not { } part)
                {
                    return null;
                }

                parts.Add(part);
                position = part.Range.End;
            }
        }

        Flush(literal, parts);
        return parts;
    }

    private static TemplatePart? ReadExpression(ExpressionReport report, int open)
    {
        Lexer lexer = new(report, open + Open.Length);
        List<Token> tokens = lexer.ReadToClosingBrace(out bool isClosed);
        TextRange range = TextRange.Between(open, tokens[tokens.Count - 1].Range.End);
        if (lexer.HasErrors && !isClosed)
        {
            return null;
        }

        if (!isClosed)
        {
            report.Add(ExpressionDiagnostics.UnterminatedExpression, new TextRange(open, Open.Length));
            return null;
        }

        if (lexer.HasErrors)
        {
            return new TemplatePart(null, new BadSyntax(range), range);
        }

        if (tokens.Count == 1)
        {
            report.Add(ExpressionDiagnostics.EmptyExpression, range);
            return new TemplatePart(null, new BadSyntax(range), range);
        }

        return new TemplatePart(null, Parser.Parse(tokens, report), range);
    }

    private static void Flush(StringBuilder literal, List<TemplatePart> parts)
    {
        if (literal.Length > 0)
        {
            parts.Add(new TemplatePart(literal.ToString(), null, default));
            literal.Clear();
        }
    }

    // A dollar that an earlier escape has used up does not escape again.
    private static bool IsEscaped(string text, int from, int open) => open > from && text[open - 1] == '$';

    private static bool StartsWith(string text, int position, string start) =>
        string.CompareOrdinal(text, position, start, 0, start.Length) == 0;
}
