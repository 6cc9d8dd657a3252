using System.Globalization;
using System.Text;

namespace Interactor.Runtime.Json.Validation.Patterns;

/// <summary>
/// Translates a regular expression of ECMA-262 (with the <c>u</c> flag, as JSON Schema core, section 6.4, recommends; escapes that are
/// merely unnecessary are let pass) into one of .NET with the same meaning: <c>$</c> is the very end, <c>\d \w \s \b .</c> have their
/// own sets, and a character outside of the Basic Multilingual Plane is one character.
/// </summary>
internal sealed class EcmaPattern
{
    private const string WordBoundary = "(?:(?<=[A-Za-z0-9_])(?![A-Za-z0-9_])|(?<![A-Za-z0-9_])(?=[A-Za-z0-9_]))";

    private const string NoWordBoundary = "(?:(?<=[A-Za-z0-9_])(?=[A-Za-z0-9_])|(?<![A-Za-z0-9_])(?![A-Za-z0-9_]))";

    private readonly PatternText _text;

    private readonly StringBuilder _output = new();

    // Groups are numbered in the order of their parentheses, named ones too, where .NET numbers the named ones last.
    private int _groups;

    private EcmaPattern(string pattern) => _text = new(pattern);

    /// <returns>Null when the pattern is not one, or uses what .NET cannot express (a Unicode script).</returns>
    public static string? Translate(string pattern)
    {
        EcmaPattern translation = new(pattern);
        return translation.TryAll() ? translation._output.ToString() : null;
    }

    private bool TryAll()
    {
        while (!_text.IsAtEnd)
        {
            if (!TryOne())
            {
                return false;
            }
        }

        return true;
    }

    private bool TryOne()
    {
        int codePoint = _text.Next();
        switch (codePoint)
        {
            case '\\': return TryEscape();
            case '[': return TryClass();
            case '(': return TryGroup();
            case '$': return Emit("\\z");
            case '.': return Emit(CodePointSet.Dot.ToPattern());
            case '^' or '|' or ')' or '*' or '+' or '?': return Emit($"{(char)codePoint}");
            case '{' when _text.TryQuantifier(out string quantifier): return Emit(quantifier);
            default: return Emit(Literal(codePoint));
        }
    }

    private bool TryGroup()
    {
        if (!_text.TryTake("?"))
        {
            return Emit($"(?<n{++_groups}>");
        }

        foreach (string opening in (ReadOnlySpan<string>)[":", "=", "!", "<=", "<!"])
        {
            if (_text.TryTake(opening))
            {
                return Emit($"(?{opening}");
            }
        }

        return _text.TryTake("<") && _text.TryUntil('>', out _) && Emit($"(?<n{++_groups}>");
    }

    private bool TryEscape()
    {
        if (_text.IsAtEnd)
        {
            return false;
        }

        switch (_text.Peek())
        {
            case 'b': return _text.Skip() && Emit(WordBoundary);
            case 'B': return _text.Skip() && Emit(NoWordBoundary);
            case 'k': return _text.Skip() && _text.TryTake("<") && _text.TryUntil('>', out string name) && TryReference(_text.GroupNumber(name));
            case >= '1' and <= '9': return TryReference(_text.Number());
            default: break;
        }

        return _text.TryEscapedSet(out CodePointSet? set)
            ? set is not null && Emit(set.ToPattern())
            : _text.TryEscapedCodePoint(out int codePoint) && Emit(Literal(codePoint));
    }

    private bool TryReference(int group) => group > 0 && group <= _text.GroupCount && Emit($"\\k<n{group}>");

    private bool TryClass()
    {
        bool isNegated = _text.TryTake("^");
        CodePointSet set = new();
        while (!_text.IsAtEnd)
        {
            if (_text.TryTake("]"))
            {
                return Emit((isNegated ? set.Complement() : set).ToPattern());
            }

            if (!_text.TryClassAtom(out int first, out CodePointSet? atom))
            {
                return false;
            }

            if (atom is not null)
            {
                set.Add(atom);
            }
            else if (_text.IsRange() && _text.TryTake("-"))
            {
                if (!_text.TryClassAtom(out int last, out CodePointSet? end) || end is not null || last < first)
                {
                    return false;
                }

                set.Add(first, last);
            }
            else
            {
                set.Add(first, first);
            }
        }

        return false;
    }

    private static string Literal(int codePoint) => codePoint > char.MaxValue
        ? new CodePointSet().Add(codePoint, codePoint).ToPattern()
        : char.IsAsciiLetterOrDigit((char)codePoint) ? $"{(char)codePoint}" : "\\u" + codePoint.ToString("X4", CultureInfo.InvariantCulture);

    private bool Emit(string text)
    {
        _output.Append(text);
        return true;
    }
}
