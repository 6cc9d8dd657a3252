using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax.Json;

/// <summary>
/// Reads JSON by RFC 8259. What people usually get wrong is reported under an id of its own and read as it was meant;
/// after anything else the reader stops. A method that returns null has reported why.
/// </summary>
internal sealed class JsonReader
{
    private readonly SyntaxReport _report;
    private readonly JsonCursor _cursor;
    private readonly JsonTextReader _texts;
    private readonly JsonWordReader _words;
    private readonly Stack<MappingBuilder> _builders = new();
    private readonly List<SyntaxNode> _items = [];

    public JsonReader(SyntaxReport report)
    {
        _report = report;
        _cursor = new JsonCursor(report);
        KnownTexts known = new();
        _texts = new JsonTextReader(report, _cursor, known);
        _words = new JsonWordReader(report, _cursor, known);
    }

    public SyntaxNode? Read()
    {
        if (_cursor.Current == '\uFEFF')
        {
            _cursor.Position++;
        }

        _cursor.SkipSpace();
        if (_cursor.IsAtEnd)
        {
            _report.Add(SyntaxDiagnostics.FileEmpty, 0, 0);
            return null;
        }

        SyntaxNode? root = ReadValue(depth: 0);
        if (root is null)
        {
            return null;
        }

        _cursor.SkipSpace();
        if (!_cursor.IsAtEnd)
        {
            _report.Add(SyntaxDiagnostics.ContentAfterEnd, _cursor.Position, 1);
        }

        return _report.IsFull ? null : root;
    }

    /// <param name="depth">The collections around the value.</param>
    private SyntaxNode? ReadValue(int depth)
    {
        switch (_cursor.Current)
        {
            case '{' or '[' when depth == ReadLimits.Depth:
                _report.Add(SyntaxDiagnostics.NestingTooDeep, _cursor.Position, 1);
                return null;
            case '{':
                return ReadObject(depth);
            case '[':
                return ReadArray(depth);
            case '"' or '\'':
                return _texts.Read();
            case var c when JsonWordReader.IsWordStart(c):
                return _words.ReadValue();
            default:
                return Unexpected("a value");
        }
    }

    private SequenceNode? ReadArray(int depth)
    {
        int open = _cursor.Position++;
        int first = _items.Count;
        while (MoveToItem(open, ']'))
        {
            if (_cursor.Current == ']')
            {
                _cursor.Position++;
                return new SequenceNode(_report.File, TextRange.Between(open, _cursor.Position), TakeItems(first));
            }

            if (ReadValue(depth + 1) is not { } item || !TryEndItem(open, ']'))
            {
                return null;
            }

            _items.Add(item);
        }

        return null;
    }

    private SyntaxNode[] TakeItems(int first)
    {
        SyntaxNode[] items = new SyntaxNode[_items.Count - first];
        _items.CopyTo(first, items, 0, items.Length);
        _items.RemoveRange(first, items.Length);
        return items;
    }

    private MappingNode? ReadObject(int depth)
    {
        int open = _cursor.Position++;
        MappingBuilder entries = _builders.Count > 0 ? _builders.Pop() : new MappingBuilder(_report);
        while (MoveToItem(open, '}'))
        {
            if (_cursor.Current == '}')
            {
                _cursor.Position++;
                _builders.Push(entries);
                return entries.ToNode(TextRange.Between(open, _cursor.Position));
            }

            if (!TryReadKey(depth, out ScalarNode? key) || !TrySkipColon())
            {
                return null;
            }

            bool isKept = key is not null && entries.TryAddKey(key, key.Range);
            if (ReadValue(depth + 1) is not { } value || !TryEndItem(open, '}'))
            {
                return null;
            }

            if (isKept)
            {
                entries.Add(key!, value);
            }
        }

        return null;
    }

    /// <summary>Goes to the next item or the end of the collection; stray commas are reported.</summary>
    private bool MoveToItem(int open, char close)
    {
        _cursor.SkipSpace();
        while (_cursor.Current == ',')
        {
            _report.Add(SyntaxDiagnostics.TrailingComma, _cursor.Position, 1);
            _cursor.Position++;
            _cursor.SkipSpace();
        }

        return !_report.IsFull && !IsUnclosed(open, close);
    }

    /// <summary>Skips the comma after an item.</summary>
    private bool TryEndItem(int open, char close)
    {
        _cursor.SkipSpace();
        if (_cursor.Current == close)
        {
            return true;
        }

        if (IsUnclosed(open, close))
        {
            return false;
        }

        if (_cursor.Current != ',')
        {
            string opening = close == ']' ? "[" : "{";
            _report.Add(SyntaxDiagnostics.MissingComma, _cursor.Position, 1, close.ToString(), opening, _report.LineOf(open));
            return _cursor.Current is '"' or '\'' or '{' or '[' || JsonWordReader.IsWordStart(_cursor.Current);
        }

        int comma = _cursor.Position++;
        _cursor.SkipSpace();
        if (_cursor.Current == close)
        {
            _report.Add(SyntaxDiagnostics.TrailingComma, comma, 1);
        }

        return true;
    }

    /// <summary>Reads a key; null when it is reported and the entry is to be left out.</summary>
    private bool TryReadKey(int depth, out ScalarNode? key)
    {
        key = null;
        if (_cursor.Current is '"' or '\'')
        {
            key = _texts.Read();
            return key is not null;
        }

        if (JsonWordReader.IsWordStart(_cursor.Current))
        {
            key = _words.ReadKey();
            return true;
        }

        if (_cursor.Current is not ('{' or '['))
        {
            return Unexpected("a key in double quotes") is not null;
        }

        if (ReadValue(depth + 1) is not { } collection)
        {
            return false;
        }

        _report.Add(SyntaxDiagnostics.KeyNotScalar, collection.Range);
        return true;
    }

    private bool TrySkipColon()
    {
        _cursor.SkipSpace();
        if (_cursor.Current != ':')
        {
            return Unexpected("':' after the key") is not null;
        }

        _cursor.Position++;
        _cursor.SkipSpace();
        return true;
    }

    private bool IsUnclosed(int open, char close)
    {
        if (_cursor.IsAtEnd)
        {
            string opening = close == ']' ? "[" : "{";
            _report.Add(SyntaxDiagnostics.UnclosedBracket, open, 1, opening, close.ToString(), _report.LineOf(_cursor.Position));
        }

        return _cursor.IsAtEnd;
    }

    private SyntaxNode? Unexpected(string expected)
    {
        char c = _cursor.Current;
        string found = _cursor.IsAtEnd ? "the end of the file" : c is > ' ' and <= '~' ? "'" + c + "'" : ForbiddenCharacters.NameOf(c);
        _report.Add(SyntaxDiagnostics.InvalidJson, _cursor.Position, 1, expected, found);
        return null;
    }
}
