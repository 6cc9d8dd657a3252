using System.Text;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax.Decoding;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax.Json;

/// <summary>Reads quoted text (RFC 8259, section 7).</summary>
internal sealed class JsonTextReader(SyntaxReport report, JsonCursor cursor, KnownTexts known)
{
    private readonly StringBuilder _text = new();

    /// <summary>The text whose opening quote stands here; null, and reported, when it is not closed in its line.</summary>
    public ScalarNode? Read()
    {
        int start = cursor.Position++;
        char quote = report.File.Text[start];
        int simple = SimpleLength(quote);
        cursor.Position += simple;
        if (cursor.Current == quote && quote == '"')
        {
            cursor.Position++;
            string text = known.Take(report.File.Text, start + 1, simple);
            return new ScalarNode(report.File, TextRange.Between(start, cursor.Position), text, ScalarKind.String, ScalarStyle.DoubleQuoted);
        }

        _text.Clear().Append(report.File.Text, start + 1, simple);
        while (cursor.Current != quote)
        {
            if (cursor.IsAtEnd || (cursor.Current is '\n' or '\r' && !report.IsLenient))
            {
                report.Add(SyntaxDiagnostics.UnterminatedQuote, start, 1, quote.ToString(), "\\" + quote);
                return null;
            }

            ReadCharacter();
        }

        cursor.Position++;
        TextRange range = TextRange.Between(start, cursor.Position);
        if (quote == '\'')
        {
            report.Add(SyntaxDiagnostics.SingleQuotes, range);
        }

        return new ScalarNode(report.File, range, _text.ToString(), ScalarKind.String, ScalarStyle.DoubleQuoted);
    }

    // Nearly every text is plain to its end; it is cut out as it stands.
    private int SimpleLength(char quote)
    {
        string source = report.File.Text;
        int i = cursor.Position;
        while (i < source.Length && source[i] is >= ' ' and not '\\' && source[i] != quote)
        {
            i++;
        }

        return i - cursor.Position;
    }

    private void ReadCharacter()
    {
        char c = cursor.Current;
        if (c == '\\')
        {
            ReadEscape();
            return;
        }

        if (c < ' ')
        {
            report.Add(SyntaxDiagnostics.UnescapedControl, cursor.Position, 1, ForbiddenCharacters.NameOf(c), NotationOf(c));
        }

        _text.Append(c);
        cursor.Position++;
    }

    private void ReadEscape()
    {
        int start = cursor.Position;
        Escape escape = At(start);
        cursor.Position += escape.Width;
        if (!escape.IsValid)
        {
            string found = cursor.Substring(start);
            report.Add(SyntaxDiagnostics.InvalidEscape, start, escape.Width, found);
            _text.Append(found);
            return;
        }

        if (!escape.IsSurrogate)
        {
            _text.Append((char)escape.CodePoint);
            return;
        }

        Escape low = At(cursor.Position);
        if (escape.CodePoint < 0xDC00 && low.CodePoint is >= 0xDC00 and <= 0xDFFF)
        {
            _text.Append((char)escape.CodePoint).Append((char)low.CodePoint);
            cursor.Position += low.Width;
            return;
        }

        report.Add(SyntaxDiagnostics.LoneSurrogate, start, escape.Width, cursor.Substring(start));
        _text.Append('\uFFFD');
    }

    /// <summary>The escape here, if it is one of JSON's; it never takes a line break in.</summary>
    private Escape At(int index)
    {
        string source = report.File.Text;
        if (index >= source.Length || source[index] != '\\')
        {
            return new Escape(-1, 0);
        }

        char letter = index + 1 < source.Length ? source[index + 1] : '\n';
        if (letter is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' or 'u')
        {
            return Escape.At(source, index, source.Length);
        }

        return new Escape(-1, letter is '\n' or '\r' ? 1 : 2);
    }

    private static string NotationOf(char c) => c == '\t' ? "\\t" : ForbiddenCharacters.EscapeOf(c);
}
