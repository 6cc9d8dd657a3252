using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax.Decoding;

/// <summary>Retraces a literal or folded block scalar (YAML 1.2.2, section 8.1).</summary>
internal sealed class BlockTextDecoder
{
    private readonly string _source;
    private readonly bool _isFolded;
    private readonly int _indent;
    private readonly DecodedText _decoded;
    private readonly List<int> _blankLines = [];
    private int _position;
    private int _column;

    private BlockTextDecoder(string source, int start, int indent, bool isFolded)
    {
        _source = source;
        _isFolded = isFolded;
        _indent = indent;
        _position = start;
        _decoded = new DecodedText(start);
    }

    /// <param name="content">Starts at the <c>|</c> or <c>&gt;</c>.</param>
    /// <param name="text">The scalar's text: comparing its first line with the file tells the indentation.</param>
    public static DecodedText Decode(string source, TextRange content, string text, bool isFolded)
    {
        int start = LineEnd(source, content.Start);
        string header = source.Substring(content.Start, start - content.Start);
        start += start < source.Length ? LineBreak.WidthAt(source, start) : 0;
        int comment = header.IndexOf('#');
        string indicators = comment < 0 ? header : header.Substring(0, comment);
        BlockTextDecoder decoder = new(source, start, IndentOf(source, start, text), isFolded);
        return decoder.Decode(isStripped: indicators.IndexOf('-') >= 0, isKept: indicators.IndexOf('+') >= 0);
    }

    private DecodedText Decode(bool isStripped, bool isKept)
    {
        SkipBlankLines();
        int lastBreak = -1;
        bool wasIndented = false;
        while (_column == _indent && _position < _source.Length && !IsDocumentEnd())
        {
            bool isIndented = _source[_position] is ' ' or '\t';
            AppendBreaks(lastBreak, canFold: _isFolded && !wasIndented && !isIndented);
            wasIndented = isIndented;
            while (_position < _source.Length && !LineBreak.IsAt(_source, _position))
            {
                _decoded.Append(_source[_position], _position);
                _position++;
            }

            lastBreak = -1;
            if (_position < _source.Length)
            {
                lastBreak = _position;
                _position += LineBreak.WidthAt(_source, _position);
            }

            SkipBlankLines();
        }

        if (!isStripped)
        {
            AppendBreak(lastBreak);
        }

        if (isKept)
        {
            _blankLines.ForEach(AppendBreak);
        }

        return _decoded;
    }

    private void AppendBreaks(int lastBreak, bool canFold)
    {
        if (!canFold)
        {
            AppendBreak(lastBreak);
        }
        else if (lastBreak >= 0 && _blankLines.Count == 0)
        {
            _decoded.Append(' ', lastBreak, LineBreak.WidthAt(_source, lastBreak));
        }

        _blankLines.ForEach(AppendBreak);
        _blankLines.Clear();
    }

    private void AppendBreak(int offset)
    {
        if (offset >= 0)
        {
            _decoded.Append('\n', offset, LineBreak.WidthAt(_source, offset));
        }
    }

    /// <summary>Goes to the content of the next line that has some, after its indentation.</summary>
    private void SkipBlankLines()
    {
        while (true)
        {
            _column = 0;
            while (_column < _indent && _position < _source.Length && _source[_position] == ' ')
            {
                _position++;
                _column++;
            }

            if (_position >= _source.Length || !LineBreak.IsAt(_source, _position))
            {
                return;
            }

            _blankLines.Add(_position);
            _position += LineBreak.WidthAt(_source, _position);
        }
    }

    private bool IsDocumentEnd() =>
        _indent == 0
        && string.CompareOrdinal(_source, _position, "...", 0, 3) == 0
        && (_position + 3 >= _source.Length || FlowLines.IsBlankAt(_source, _position + 3));

    // The reader has settled the indentation, be it detected or indicated: it is what the first line with content has lost.
    private static int IndentOf(string source, int start, string text)
    {
        int inText = 0;
        while (inText < text.Length && text[inText] == '\n')
        {
            inText++;
        }

        if (inText == text.Length)
        {
            return int.MaxValue;
        }

        int inSource = start;
        for (int line = 0; line < inText; line++)
        {
            inSource = LineEnd(source, inSource);
            inSource += inSource < source.Length ? LineBreak.WidthAt(source, inSource) : 0;
        }

        return Math.Max(0, SpacesAt(source, inSource) - SpacesAt(text, inText));
    }

    private static int SpacesAt(string text, int start)
    {
        int i = start;
        while (i < text.Length && text[i] == ' ')
        {
            i++;
        }

        return i - start;
    }

    private static int LineEnd(string source, int start)
    {
        int i = start;
        while (i < source.Length && !LineBreak.IsAt(source, i))
        {
            i++;
        }

        return i;
    }
}
