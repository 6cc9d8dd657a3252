using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Runtime.Json.Validation.Patterns.Matching;

/// <summary>A pattern that is text: <c>text</c>, <c>^text</c>, <c>text$</c>, <c>^text$</c>.</summary>
internal sealed class LiteralMatcher : PatternMatcher
{
    private readonly byte[] _text;

    private readonly bool _isAtStart;

    private readonly bool _isAtEnd;

    private LiteralMatcher(byte[] text, bool isAtStart, bool isAtEnd)
    {
        _text = text;
        _isAtStart = isAtStart;
        _isAtEnd = isAtEnd;
    }

    public static LiteralMatcher? TryCreate(PatternNode root)
    {
        IReadOnlyList<PatternNode> parts = PatternShape.Flatten(root);
        int first = parts.Count > 0 && PatternShape.IsPlace(parts[0], PatternPlace.Start) ? 1 : 0;
        int end = parts.Count > first && PatternShape.IsPlace(parts[^1], PatternPlace.End) ? parts.Count - 1 : parts.Count;
        List<byte> text = [];
        Span<byte> bytes = stackalloc byte[4];
        for (int i = first; i < end; i++)
        {
            if (parts[i] is not PatternNode.Character character || !character.Set.IsOne(out int codePoint))
            {
                return null;
            }

            text.AddRange(bytes[..CodePoint.Encode(codePoint, bytes)]);
        }

        return new([.. text], first == 1, end < parts.Count);
    }

    public override bool IsMatch(ReadOnlySpan<byte> utf8) => (_isAtStart, _isAtEnd) switch
    {
        (true, true) => utf8.SequenceEqual(_text),
        (true, false) => utf8.StartsWith(_text),
        (false, true) => utf8.EndsWith(_text),
        _ => utf8.IndexOf(_text) >= 0,
    };
}
