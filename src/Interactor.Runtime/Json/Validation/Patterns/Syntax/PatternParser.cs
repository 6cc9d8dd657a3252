namespace Interactor.Runtime.Json.Validation.Patterns.Syntax;

/// <summary>
/// Parses a regular expression of ECMA-262, section 22.2.1, with the <c>u</c> flag, as JSON Schema core, section 6.4, recommends. More
/// lenient than that flag where the meaning is plain and published schemas rely on it: needless escapes of punctuation, and braces and
/// closing brackets that stand for themselves.
/// </summary>
internal sealed class PatternParser
{
    // Parsing, and everything done with the tree, is recursive.
    private const int DeepestNesting = 250;

    private readonly PatternText _text;

    private readonly EscapeReader _escapes;

    private readonly ClassReader _classes;

    private readonly List<PendingReference> _references = [];

    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);

    private PatternError? _error;

    private int _groups;

    private int _depth;

    private PatternParser(string pattern, Func<string, CodePointSet?> findProperty)
    {
        _text = new(pattern);
        _escapes = new(_text, findProperty);
        _classes = new(_text, _escapes);
    }

    /// <param name="pattern">The text of the pattern, without delimiters or flags.</param>
    /// <param name="findProperty">The set of a <c>\p{…}</c>, by what stands between the braces; null when the name is unknown.</param>
    public static ParsedPattern Parse(string pattern, Func<string, CodePointSet?> findProperty)
    {
        PatternParser parser = new(pattern, findProperty);
        PatternNode? root = parser.Choice();
        if (root is not null && !parser._text.IsAtEnd)
        {
            root = parser.Fail(parser._text.Position, "this parenthesis was never opened");
        }

        return root is not null && parser.TryLink() ? new(root, null) : new(null, parser._error);
    }

    private PatternNode? Choice()
    {
        List<PatternNode> branches = [];
        do
        {
            if (Sequence() is not { } branch)
            {
                return null;
            }

            branches.Add(branch);
        }
        while (_text.TryTake("|"));

        return branches.Count == 1 ? branches[0] : new PatternNode.Choice(branches);
    }

    private PatternNode? Sequence()
    {
        List<PatternNode> parts = [];
        while (!_text.IsAtEnd && _text.Peek() is not ('|' or ')'))
        {
            if (Term() is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return parts.Count == 1 ? parts[0] : new PatternNode.Sequence(parts);
    }

    private PatternNode? Term()
    {
        int start = _text.Position;
        if (TryRepetition(out _, out _))
        {
            return Fail(start, "there is nothing to repeat here");
        }

        int codePoint = _text.Next();
        switch (codePoint)
        {
            case '^': return new PatternNode.Place(PatternPlace.Start);
            case '$': return new PatternNode.Place(PatternPlace.End);
            case '(': return Group(start);
            case '\\': return Escape(start);
            case '.': return Repeated(new PatternNode.Character(CodePointSet.Dot));
            case '[': return _classes.Read(start) is { } set ? Repeated(new PatternNode.Character(set)) : Fail(_classes.Error!);
            default: return Repeated(new PatternNode.Character(CodePointSet.Of(codePoint, codePoint)));
        }
    }

    private PatternNode? Repeated(PatternNode atom)
    {
        int start = _text.Position;
        if (!TryRepetition(out int least, out int most))
        {
            return atom;
        }

        return most < least
            ? Fail(start, "this repetition ends before it begins")
            : new PatternNode.Repetition(atom, least, most, _text.TryTake("?"));
    }

    // A brace that begins no repetition stands for itself.
    private bool TryRepetition(out int least, out int most)
    {
        least = _text.Peek() == '+' ? 1 : 0;
        most = _text.Peek() == '?' ? 1 : int.MaxValue;
        int start = _text.Position;
        if (_text.TryTake("*") || _text.TryTake("+") || _text.TryTake("?"))
        {
            return true;
        }

        if (_text.TryTake("{") && _text.TryNumber(out least))
        {
            most = least;
            if (_text.TryTake(",") && !_text.TryNumber(out most))
            {
                most = int.MaxValue;
            }

            if (_text.TryTake("}"))
            {
                return true;
            }
        }

        _text.Position = start;
        return false;
    }

    private PatternNode? Group(int start)
    {
        if (_depth == DeepestNesting)
        {
            return Fail(start, $"parentheses are nested more than {DeepestNesting} deep");
        }

        bool isLook = false;
        bool isAhead = false;
        bool isNegative = false;
        int number = 0;
        if (_text.TryTake("?"))
        {
            isAhead = _text.Peek() is '=' or '!';
            isLook = isAhead || (_text.Peek() == '<' && _text.Peek(1) is '=' or '!');
            isNegative = _text.Peek(isAhead ? 0 : 1) == '!';
            if (isLook)
            {
                _text.Position += isAhead ? 1 : 2;
            }
            else if (!_text.TryTake(":") && !TryName(start, out number))
            {
                return _error is null ? Fail(start, "'(?' opens no group of ECMA-262; '(?:', '(?<name>', '(?=', '(?!', '(?<=' and '(?<!' do") : null;
            }
        }
        else
        {
            number = ++_groups;
        }

        _depth++;
        PatternNode? body = Choice();
        _depth--;
        if (body is null || !_text.TryTake(")"))
        {
            return body is null ? null : Fail(start, "this parenthesis is not closed");
        }

        return isLook ? new PatternNode.Look(body, isAhead, isNegative) : Repeated(number > 0 ? new PatternNode.Group(body, number) : body);
    }

    private bool TryName(int start, out int number)
    {
        number = 0;
        if (!_text.TryTake("<") || !_text.TryUntil('>', out string name))
        {
            return false;
        }

        bool isName = IsName(name);
        if (!isName || _names.ContainsKey(name))
        {
            _error = new(start, isName ? "two groups have this name" : "this is not a name for a group");
            return false;
        }

        number = ++_groups;
        _names.Add(name, number);
        return true;
    }

    private static bool IsName(string text)
    {
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '$'))
            {
                return false;
            }
        }

        return text.Length > 0 && !char.IsDigit(text[0]);
    }

    private PatternNode? Escape(int start)
    {
        if (_text.TryTake("b"))
        {
            return new PatternNode.Place(PatternPlace.WordBoundary);
        }

        if (_text.TryTake("B"))
        {
            return new PatternNode.Place(PatternPlace.NoWordBoundary);
        }

        PatternNode.Reference reference = new();
        if (_text.TryTake("k"))
        {
            if (!_text.TryTake("<") || !_text.TryUntil('>', out string name))
            {
                return Fail(start, "a reference to a group is written as \\k<name>");
            }

            _references.Add(new(reference, name, 0, start));
            return Repeated(reference);
        }

        if (_text.Peek() is >= '1' and <= '9' && _text.TryNumber(out int number))
        {
            _references.Add(new(reference, null, number, start));
            return Repeated(reference);
        }

        return _escapes.Read() is { } set ? Repeated(new PatternNode.Character(set)) : Fail(start, _escapes.Problem);
    }

    private bool TryLink()
    {
        foreach (PendingReference reference in _references)
        {
            int group = reference.Name is not { } name ? reference.Number : _names.TryGetValue(name, out int named) ? named : 0;
            if (group == 0 || group > _groups)
            {
                _error = new(reference.Position, reference.Name is null ? $"there is no group {reference.Number}" : $"there is no group named '{reference.Name}'");
                return false;
            }

            reference.Node.Number = group;
        }

        return true;
    }

    private PatternNode? Fail(int position, string message) => Fail(new(position, message));

    private PatternNode? Fail(PatternError error)
    {
        _error = error;
        return null;
    }

    private sealed record PendingReference(PatternNode.Reference Node, string? Name, int Number, int Position);
}
