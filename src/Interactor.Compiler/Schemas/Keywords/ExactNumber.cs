using System.Globalization;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Keywords;

/// <summary>A JSON number without rounding: its digits and a power of ten. However long or large, it costs its text.</summary>
internal readonly struct ExactNumber : IComparable<ExactNumber>
{
    private readonly int _sign;
    private readonly string _digits;
    private readonly long _exponent;

    private ExactNumber(int sign, string digits, long exponent)
    {
        _sign = sign;
        _digits = digits;
        _exponent = exponent;
    }

    public bool IsPositive => _sign > 0;

    public bool IsNegative => _sign < 0;

    public bool IsInteger => _sign == 0 || _exponent >= 0;

    // The power of ten of the first digit, counted from the point.
    private long Magnitude => _digits.Length + _exponent;

    /// <summary>Reads a number of a schema; false for anything else, infinity and not-a-number included.</summary>
    public static bool TryRead(SyntaxNode? node, out ExactNumber number)
    {
        number = default;
        return node is ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Float } scalar
            && JsonNumber.TryNormalize(scalar.Text, out string json)
            && TryParse(json, out number);
    }

    /// <summary>The number as an int; one that is larger becomes the largest.</summary>
    public int ToCount()
    {
        if (_sign == 0)
        {
            return 0;
        }

        return Magnitude <= 9 && int.TryParse(_digits + new string('0', (int)_exponent), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : int.MaxValue;
    }

    public int CompareTo(ExactNumber other)
    {
        if (_sign != other._sign || _sign == 0)
        {
            return _sign.CompareTo(other._sign);
        }

        int bySize = Magnitude.CompareTo(other.Magnitude);
        return _sign * (bySize != 0 ? bySize : string.CompareOrdinal(_digits, other._digits));
    }

    private static bool TryParse(string json, out ExactNumber number)
    {
        number = default;
        int exponentAt = json.IndexOfAny(['e', 'E']);
        string mantissa = (exponentAt < 0 ? json : json.Substring(0, exponentAt)).TrimStart('-');
        long exponent = 0;
        if (exponentAt >= 0 && !long.TryParse(json.Substring(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return false;
        }

        int point = mantissa.IndexOf('.');
        exponent -= point < 0 ? 0 : mantissa.Length - point - 1;
        string digits = mantissa.Replace(".", "").TrimStart('0');
        string trimmed = digits.TrimEnd('0');
        exponent += digits.Length - trimmed.Length;
        number = trimmed.Length == 0 ? new ExactNumber(0, "", 0) : new ExactNumber(json[0] == '-' ? -1 : 1, trimmed, exponent);
        return true;
    }
}
