using System.Globalization;
using System.Text;

namespace Interactor.Testing.Samples;

/// <summary>
/// Makes a text for a regular expression by walking through it: the first branch of an alternative, the fewest repetitions, the first character of a
/// class. Look-around and back references are beyond it, so a caller checks what it gets.
/// </summary>
internal sealed class PatternSample
{
    private const int LongestRepetition = 256;

    private readonly string _pattern;
    private int _at;

    private PatternSample(string pattern) => _pattern = pattern;

    /// <summary>A text, or null where the pattern has something that this does not read.</summary>
    public static string? Of(string pattern)
    {
        PatternSample sample = new(pattern);
        try
        {
            string text = sample.Alternatives();
            return sample._at == pattern.Length ? text : null;
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException or ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    private bool HasMore => _at < _pattern.Length;

    private string Alternatives()
    {
        string first = Sequence();
        while (HasMore && _pattern[_at] == '|')
        {
            _at++;
            _ = Sequence();
        }

        return first;
    }

    private string Sequence()
    {
        StringBuilder text = new();
        while (HasMore && _pattern[_at] is not ('|' or ')'))
        {
            string atom = Atom();
            text.Insert(text.Length, atom, Repetitions());
        }

        return text.ToString();
    }

    private string Atom()
    {
        char c = _pattern[_at++];
        switch (c)
        {
            case '^' or '$':
                return "";
            case '.':
                return "a";
            case '(':
                return Group();
            case '[':
                return Class();
            case '\\':
                return Escape(_pattern[_at++]);
            default:
                return c.ToString();
        }
    }

    private string Group()
    {
        if (_pattern[_at] == '?')
        {
            _at++;
            if (_pattern[_at] == '<' && _pattern[_at + 1] is not ('=' or '!'))
            {
                _at = _pattern.IndexOf('>', _at) + 1;
            }
            else if (_pattern[_at++] != ':')
            {
                throw new FormatException("Look-around.");
            }
        }

        string text = Alternatives();
        return _pattern[_at++] == ')' ? text : throw new FormatException("A group without its end.");
    }

    private string Class()
    {
        bool isNegated = _pattern[_at] == '^';
        _at += isNegated ? 1 : 0;
        int start = _at;
        HashSet<char> members = [];
        while (_pattern[_at] != ']' || _at == start)
        {
            string member = _pattern[_at] == '\\' ? Escape(_pattern[++_at], after: 1) : _pattern[_at++].ToString();
            members.Add(member[0]);
            if (_pattern[_at] == '-' && _pattern[_at + 1] != ']')
            {
                _at++;
                char last = _pattern[_at] == '\\' ? Escape(_pattern[++_at], after: 1)[0] : _pattern[_at++];
                for (int next = member[0] + 1; isNegated && next <= last; next++)
                {
                    members.Add((char)next);
                }
            }
        }

        _at++;
        return isNegated
            ? "abcdefghijklmnopqrstuvwxyz0123456789-_ ABC".First(c => !members.Contains(c)).ToString()
            : members.First().ToString();
    }

    // In a class the escaped letter is still to be stepped over.
    private string Escape(char c, int after = 0)
    {
        _at += after;
        return c switch
        {
            'd' => "1",
            'w' => "a",
            's' => " ",
            'D' or 'S' => "a",
            'W' => "-",
            'b' or 'B' => "",
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            'f' => "\f",
            'v' => "\v",
            'x' => Code(2),
            'u' => Code(4),
            _ when char.IsAsciiLetterOrDigit(c) => throw new FormatException("An escape that is not read."),
            _ => c.ToString(),
        };
    }

    private string Code(int digits)
    {
        string code = _pattern.Substring(_at, digits);
        _at += digits;
        return ((char)int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();
    }

    private int Repetitions()
    {
        if (!HasMore)
        {
            return 1;
        }

        int count = 1;
        switch (_pattern[_at])
        {
            case '*' or '?':
                _at++;
                count = 0;
                break;
            case '+':
                _at++;
                break;
            case '{' when _pattern.IndexOf('}', _at) is > 0 and int end && char.IsAsciiDigit(_pattern[_at + 1]):
                count = int.Parse(_pattern[(_at + 1)..end].Split(',')[0], CultureInfo.InvariantCulture);
                _at = end + 1;
                break;
            default:
                return 1;
        }

        _at += HasMore && _pattern[_at] == '?' ? 1 : 0;
        return Math.Min(count, LongestRepetition);
    }
}
