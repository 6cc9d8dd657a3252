using Interactor.Runtime.Json.Tokens;
using Interactor.Runtime.Json.Validation.Formats;
using Interactor.Runtime.Json.Validation.Model;
using Interactor.Runtime.Json.Validation.Patterns;
using Interactor.Runtime.Json.Validation.Values;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>What one schema asks of strings by itself.</summary>
internal sealed class StringCheck
{
    // Nearly always there is one list or none.
    private readonly ValueSet? _constants;
    private readonly ValueSet[] _moreConstants;
    private readonly int _least;
    private readonly int _most;
    private readonly TextPattern? _pattern;
    private readonly FormatCheck? _format;
    private readonly ContentCheck? _content;

    private StringCheck(SchemaModel schema)
    {
        StringKeywords? keywords = schema.String;
        _constants = schema.ConstantSets is [var first, ..] ? first : null;
        _moreConstants = schema.ConstantSets is [_, .. var more] ? more : [];
        _least = keywords?.MinLength ?? 0;
        _most = keywords?.MaxLength ?? int.MaxValue;
        _pattern = keywords?.Pattern;
        _format = schema.Format is { } format && (format.AppliesTo & JsonKinds.String) != 0 ? format.Check : null;
        _content = ContentCheck.Of(keywords);
    }

    public static StringCheck Of(SchemaModel schema) => new(schema);

    /// <param name="utf8">The text without escapes.</param>
    public bool Accepts(ReadOnlySpan<byte> utf8) =>
        (_constants is null || IsConstant(_constants, utf8))
            && HasLength(utf8)
            && (_pattern is null || _pattern.IsMatch(utf8))
            && (_format is null || _format(utf8))
            && (_content is null || _content.Accepts(utf8));

    /// <summary>Whether any text with so many bytes, escapes counted as they stand, is certainly accepted: a code point takes at most twelve.</summary>
    public bool AcceptsEscaped(int length) =>
        _constants is null && _pattern is null && _format is null && _content is null && length <= _most && (length + 11) / 12 >= _least;

    private bool IsConstant(ValueSet constants, ReadOnlySpan<byte> utf8)
    {
        foreach (ValueSet more in _moreConstants)
        {
            if (!more.ContainsText(utf8))
            {
                return false;
            }
        }

        return constants.ContainsText(utf8);
    }

    // A code point takes one to four bytes, which mostly decides without counting.
    private bool HasLength(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length <= _most && (utf8.Length + 3) / 4 >= _least)
        {
            return true;
        }

        if (utf8.Length < _least || (utf8.Length + 3) / 4 > _most)
        {
            return false;
        }

        int length = StringToken.CodePoints(utf8, isEscaped: false);
        return length >= _least && length <= _most;
    }
}
