using System.Text;

namespace Interactor.Runtime.Expressions.Mime;

/// <summary>
/// Writes one header, folded so that lines keep to 76 characters where they have a place to fold (RFC 5322, section 2.2.3;
/// RFC 2047, section 2).
/// </summary>
internal sealed class HeaderLine
{
    private const int Width = 76;

    private readonly StringBuilder _text = new();

    private int _column;

    public HeaderLine(string name)
    {
        _text.Append(name).Append(':');
        _column = name.Length + 1;
    }

    /// <summary>Writes a piece that stays whole, behind a space or on a line of its own.</summary>
    public void Append(string piece)
    {
        if (_column + 1 + piece.Length > Width && _column > 1)
        {
            _text.Append("\r\n");
            _column = 0;
        }

        _text.Append(' ').Append(piece);
        _column += piece.Length + 1;
    }

    /// <summary>Writes text that is not structured: as words where they are ASCII, encoded otherwise.</summary>
    public void AppendText(string text)
    {
        if (!IsPlain(text))
        {
            AppendEncoded(text);
            return;
        }

        foreach (string word in text.Split(' '))
        {
            Append(word);
        }
    }

    /// <summary>Writes text as encoded words, the first of which fills up the line.</summary>
    public void AppendEncoded(string text)
    {
        foreach (string word in EncodedWords.Of(text, Width - _column - 1))
        {
            Append(word);
        }
    }

    public string Finish() => _text.Append("\r\n").ToString();

    // Words are rejoined with one space each, so text with other white space, or with words that read as encoded, is encoded.
    private static bool IsPlain(string text) =>
        text.Length > 0 && text.All(c => c is >= ' ' and < '\x7F') && !text.Contains("=?", StringComparison.Ordinal)
        && text.Split(' ').All(word => word.Length is > 0 and < Width);
}
