using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Runtime.Json.Validation.Patterns.Matching;

/// <summary>
/// A pattern whose look-around stands at its very begin or end: <c>^(?=.*\d)(?!admin).{8,}$</c>, <c>^[a-z-]+(?&lt;!-)$</c>. Each of them is
/// a pattern of its own, anchored at the same place, so that nothing has to be tried twice.
/// </summary>
internal sealed class ConditionMatcher : PatternMatcher
{
    private readonly (PatternMatcher Matcher, bool IsNegative)[] _conditions;

    private ConditionMatcher((PatternMatcher Matcher, bool IsNegative)[] conditions) => _conditions = conditions;

    public static ConditionMatcher? TryCreate(PatternNode root)
    {
        // A reference may name a group in another part.
        List<PatternNode> parts = [.. PatternShape.Flatten(root)];
        if (PatternShape.HasReferences(root))
        {
            return null;
        }

        List<(PatternMatcher Matcher, bool IsNegative)> conditions = [];
        while (parts is [PatternNode.Place { Kind: PatternPlace.Start } start, PatternNode.Look { IsAhead: true } ahead, ..])
        {
            conditions.Add((Of(new PatternNode.Sequence([start, ahead.Body])), ahead.IsNegative));
            parts.RemoveAt(1);
        }

        while (parts is [.., PatternNode.Look { IsAhead: false } behind, PatternNode.Place { Kind: PatternPlace.End } end])
        {
            conditions.Add((Of(new PatternNode.Sequence([behind.Body, end])), behind.IsNegative));
            parts.RemoveAt(parts.Count - 2);
        }

        if (conditions.Count == 0)
        {
            return null;
        }

        conditions.Insert(0, (Of(new PatternNode.Sequence(parts)), false));
        return new([.. conditions]);
    }

    public override bool IsMatch(ReadOnlySpan<byte> utf8)
    {
        foreach ((PatternMatcher matcher, bool isNegative) in _conditions)
        {
            if (matcher.IsMatch(utf8) == isNegative)
            {
                return false;
            }
        }

        return true;
    }
}
