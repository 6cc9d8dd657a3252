using Interactor.Compiler.Diagnostics;

namespace Interactor.Compiler.Syntax.Json;

/// <summary>A place in JSON text that moves over what means nothing.</summary>
internal sealed class JsonCursor(SyntaxReport report)
{
    private readonly string _text = report.File.Text;

    public int Position { get; set; }

    public bool IsAtEnd => Position >= _text.Length;

    /// <summary>The character here, or NUL at the end, which no rule accepts.</summary>
    public char Current => IsAtEnd ? '\0' : _text[Position];

    /// <summary>Skips white space, and comments too, which are reported.</summary>
    public void SkipSpace()
    {
        while (!IsAtEnd)
        {
            if (Current is ' ' or '\t' or '\n' or '\r')
            {
                Position++;
            }
            else if (Current is not ('/' or '#'))
            {
                return;
            }
            else if (CommentLength() is > 0 and int length)
            {
                report.Add(SyntaxDiagnostics.JsonComment, Position, length);
                Position += length;
            }
            else
            {
                return;
            }
        }
    }

    public string Substring(int start) => _text.Substring(start, Position - start);

    private int CommentLength()
    {
        bool isLine = Current == '#' || Starts("//");
        if (!isLine && !Starts("/*"))
        {
            return 0;
        }

        int end = isLine ? _text.IndexOfAny(['\n', '\r'], Position) : _text.IndexOf("*/", Position + 2, StringComparison.Ordinal);
        int last = isLine ? end : end + 2;
        return (end < 0 ? _text.Length : last) - Position;
    }

    private bool Starts(string mark) => string.CompareOrdinal(_text, Position, mark, 0, mark.Length) == 0;
}
