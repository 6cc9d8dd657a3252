using System.Globalization;

namespace Interactor.Runtime.Json.Validation.Patterns;

/// <summary>The text of an ECMA-262 regular expression, read from left to right by code points.</summary>
internal sealed class PatternText(string pattern)
{
    private List<string>? _groups;

    private int _position;

    public bool IsAtEnd => _position >= pattern.Length;

    public int GroupCount => Groups().Count;

    public char Peek() => pattern[_position];

    public bool Skip()
    {
        _position++;
        return true;
    }

    public int Next()
    {
        int codePoint = char.IsSurrogatePair(pattern, _position) ? char.ConvertToUtf32(pattern, _position) : pattern[_position];
        _position += codePoint > char.MaxValue ? 2 : 1;
        return codePoint;
    }

    public bool TryTake(string text)
    {
        bool isNext = string.CompareOrdinal(pattern, _position, text, 0, text.Length) == 0;
        _position += isNext ? text.Length : 0;
        return isNext;
    }

    public bool TryUntil(char end, out string text)
    {
        int at = pattern.IndexOf(end, _position);
        text = at < 0 ? string.Empty : pattern[_position..at];
        _position = at < 0 ? _position : at + 1;
        return at >= 0;
    }

    /// <summary>The rest of <c>{n}</c>, <c>{n,}</c> or <c>{n,m}</c> behind its brace; otherwise the brace is a character.</summary>
    public bool TryQuantifier(out string quantifier)
    {
        int end = pattern.IndexOf('}', _position);
        string inside = end < 0 ? string.Empty : pattern[_position..end];
        string[] bounds = inside.Split(',');
        bool isQuantifier = bounds.Length <= 2 && bounds[0].Length > 0 && bounds.All(static b => b.All(char.IsAsciiDigit));
        quantifier = isQuantifier ? $"{{{inside}}}" : string.Empty;
        _position = isQuantifier ? end + 1 : _position;
        return isQuantifier;
    }

    public int Number()
    {
        int start = _position;
        while (!IsAtEnd && char.IsAsciiDigit(Peek()))
        {
            _position++;
        }

        return int.TryParse(pattern.AsSpan(start, _position - start), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;
    }

    /// <summary>The number of a named group; 0 when there is none.</summary>
    public int GroupNumber(string name) => Groups().IndexOf(name) + 1;

    /// <summary>Whether a hyphen is next that makes a range: one before the closing bracket does not.</summary>
    public bool IsRange() => _position + 1 < pattern.Length && pattern[_position] == '-' && pattern[_position + 1] != ']';

    /// <summary>One member of a character class: a code point, or a set.</summary>
    public bool TryClassAtom(out int codePoint, out CodePointSet? set)
    {
        set = null;
        codePoint = 0;
        if (IsAtEnd)
        {
            return false;
        }

        if (Peek() != '\\')
        {
            codePoint = Next();
            return true;
        }

        _position++;
        if (TryTake("b"))
        {
            codePoint = '\b';
            return true;
        }

        return !IsAtEnd && (TryEscapedSet(out set) ? set is not null : TryEscapedCodePoint(out codePoint));
    }

    /// <summary><c>\d \D \w \W \s \S \p{…} \P{…}</c> behind the backslash.</summary>
    /// <param name="set">Null when the property is unknown.</param>
    /// <returns>False when it is another escape.</returns>
    public bool TryEscapedSet(out CodePointSet? set)
    {
        char letter = Peek();
        set = char.ToLowerInvariant(letter) switch
        {
            'd' => CodePointSet.Digits,
            'w' => CodePointSet.Word,
            's' => CodePointSet.Space,
            _ => null,
        };
        if (letter is 'p' or 'P')
        {
            _position++;
            set = TryTake("{") && TryUntil('}', out string name) ? UnicodeProperty.Find(name) : null;
        }
        else if (set is null)
        {
            return false;
        }
        else
        {
            _position++;
        }

        set = char.IsUpper(letter) ? set?.Complement() : set;
        return true;
    }

    /// <summary>Any other escape, behind the backslash. Letters that mean nothing are refused; they may come to mean something.</summary>
    public bool TryEscapedCodePoint(out int codePoint)
    {
        codePoint = Next();
        switch (codePoint)
        {
            case 't': codePoint = '\t'; return true;
            case 'n': codePoint = '\n'; return true;
            case 'v': codePoint = '\v'; return true;
            case 'f': codePoint = '\f'; return true;
            case 'r': codePoint = '\r'; return true;
            case '0': codePoint = '\0'; return IsAtEnd || !char.IsAsciiDigit(Peek());
            case 'c':
                codePoint = IsAtEnd ? 0 : Peek() & 0x1F;
                return !IsAtEnd && char.IsAsciiLetter(Peek()) && Skip();
            case 'x': return TryHex(2, out codePoint);
            case 'u': return TryUnicode(out codePoint);
            default: return codePoint > char.MaxValue || !char.IsAsciiLetterOrDigit((char)codePoint);
        }
    }

    private bool TryUnicode(out int codePoint)
    {
        if (TryTake("{"))
        {
            codePoint = 0;
            return TryUntil('}', out string digits)
                && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out codePoint) && codePoint is >= 0 and <= 0x10FFFF;
        }

        if (!TryHex(4, out codePoint))
        {
            return false;
        }

        int after = _position;
        if (char.IsHighSurrogate((char)codePoint) && TryTake("\\u") && TryHex(4, out int low) && char.IsLowSurrogate((char)low))
        {
            codePoint = char.ConvertToUtf32((char)codePoint, (char)low);
        }
        else
        {
            _position = after;
        }

        return true;
    }

    private bool TryHex(int digits, out int value)
    {
        value = 0;
        bool isHex = _position + digits <= pattern.Length
            && int.TryParse(pattern.AsSpan(_position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        _position += isHex ? digits : 0;
        return isHex;
    }

    // The names of the capturing groups in order, empty for one without.
    private List<string> Groups()
    {
        if (_groups is not null)
        {
            return _groups;
        }

        _groups = [];
        bool isInClass = false;
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (c == '\\')
            {
                i++;
                continue;
            }

            isInClass = c == '[' || (isInClass && c != ']');
            if (c == '(' && !isInClass)
            {
                bool isNamed = string.CompareOrdinal(pattern, i, "(?<", 0, 3) == 0 && i + 3 < pattern.Length && pattern[i + 3] is not ('=' or '!');
                int end = isNamed ? pattern.IndexOf('>', i) : -1;
                if (isNamed ? end > 0 : !(i + 1 < pattern.Length && pattern[i + 1] == '?'))
                {
                    _groups.Add(isNamed ? pattern[(i + 3)..end] : string.Empty);
                }
            }
        }

        return _groups;
    }
}
