using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax.Json;

/// <summary>Reads what stands without quotes: numbers, true, false and null, and what is mistaken for them.</summary>
internal sealed class JsonWordReader(SyntaxReport report, JsonCursor cursor, KnownTexts known)
{
    public static bool IsWordStart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' or '-' or '+' or '.';

    public ScalarNode ReadValue()
    {
        string word = ReadWord(out TextRange range);
        ScalarKind kind = KindOf(word, range);
        return new ScalarNode(report.File, range, word, kind, ScalarStyle.Plain);
    }

    public ScalarNode ReadKey()
    {
        string word = ReadWord(out TextRange range);
        report.Add(SyntaxDiagnostics.UnquotedKey, range, word);
        return new ScalarNode(report.File, range, word, ScalarKind.String, ScalarStyle.Plain);
    }

    private string ReadWord(out TextRange range)
    {
        int start = cursor.Position;
        while (!cursor.IsAtEnd && IsWordStart(cursor.Current))
        {
            cursor.Position++;
        }

        range = TextRange.Between(start, cursor.Position);
        return known.Take(report.File.Text, start, cursor.Position - start);
    }

    private ScalarKind KindOf(string word, TextRange range)
    {
        switch (word)
        {
            case "true" or "false":
                return ScalarKind.Boolean;
            case "null":
                return ScalarKind.Null;
            case var _ when IsNumber(word):
                return CoreSchema.Resolve(word);
            case var _ when word[0] is (>= '0' and <= '9') or '-' or '+' or '.' || word is "NaN" or "Infinity":
                report.Add(SyntaxDiagnostics.InvalidNumber, range, word);
                return ScalarKind.Float;
            default:
                report.Add(SyntaxDiagnostics.UnknownWord, range, word, SuggestionFor(word));
                return ScalarKind.String;
        }
    }

    private static string SuggestionFor(string word) => word.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" => "true",
        "false" or "no" or "off" => "false",
        "null" or "none" or "nil" or "undefined" => "null",
        _ => "text in double quotes",
    };

    // RFC 8259, section 6.
    private static bool IsNumber(string word)
    {
        int i = word[0] == '-' ? 1 : 0;
        int whole = i;
        if (!SkipDigits(word, ref i) || (word[whole] == '0' && i > whole + 1))
        {
            return false;
        }

        if (i < word.Length && word[i] == '.')
        {
            i++;
            if (!SkipDigits(word, ref i))
            {
                return false;
            }
        }

        if (i < word.Length && word[i] is ('e' or 'E'))
        {
            i++;
            if (i < word.Length && word[i] is ('+' or '-'))
            {
                i++;
            }

            if (!SkipDigits(word, ref i))
            {
                return false;
            }
        }

        return i == word.Length;
    }

    private static bool SkipDigits(string word, ref int i)
    {
        int start = i;
        while (i < word.Length && word[i] is >= '0' and <= '9')
        {
            i++;
        }

        return i > start;
    }
}
