using System.Buffers;
using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Runtime.Json.Validation.Patterns.Matching;

/// <summary>A text wholly of characters of one set, between two lengths: <c>^[a-z]{2,8}$</c>, <c>^[^\r\n]*$</c>.</summary>
internal sealed class RunMatcher : PatternMatcher
{
    private const int FirstOther = 0x80;

    private readonly CodePointSet _set;

    // The bytes that need no second look: members of the set below U+0080, and all the others when the set has all the others.
    private readonly SearchValues<byte> _plain;

    private readonly bool _hasOnlyPlain;

    private readonly int _least;

    private readonly int _most;

    private RunMatcher(CodePointSet set, int least, int most)
    {
        _set = set;
        _least = least;
        _most = most;
        ReadOnlySpan<int> edges = set.Edges;
        bool hasAllOthers = edges is [.., <= FirstOther, CodePointSet.End];
        _hasOnlyPlain = hasAllOthers || edges is [] or [.., <= FirstOther];
        List<byte> plain = [];
        for (int value = 0; value < 256; value++)
        {
            if (value < FirstOther ? set.Contains(value) : hasAllOthers)
            {
                plain.Add((byte)value);
            }
        }

        _plain = SearchValues.Create([.. plain]);
    }

    public static RunMatcher? TryCreate(PatternNode root)
    {
        if (PatternShape.Flatten(root) is not [PatternNode.Place { Kind: PatternPlace.Start }, var run, PatternNode.Place { Kind: PatternPlace.End }])
        {
            return null;
        }

        return run switch
        {
            PatternNode.Character one => new(one.Set, 1, 1),
            PatternNode.Repetition repetition when Body(repetition) is PatternNode.Character some => new(some.Set, repetition.Least, repetition.Most),
            _ => null,
        };
    }

    public override bool IsMatch(ReadOnlySpan<byte> utf8)
    {
        // A character has one to four bytes.
        if (utf8.Length < _least || utf8.Length / 4 > _most)
        {
            return false;
        }

        int other = utf8.IndexOfAnyExcept(_plain);
        if (other >= 0 && (_hasOnlyPlain || !AreMembers(utf8[other..])))
        {
            return false;
        }

        return (utf8.Length <= _most && utf8.Length / 4 >= _least) || Count(utf8) is var count && count >= _least && count <= _most;
    }

    private bool AreMembers(ReadOnlySpan<byte> utf8)
    {
        while (!utf8.IsEmpty)
        {
            int used = 1;
            if (utf8[0] < FirstOther ? !_plain.Contains(utf8[0]) : !_set.Contains(CodePoint.Decode(utf8, out used)))
            {
                return false;
            }

            utf8 = utf8[used..];
        }

        return true;
    }

    private static int Count(ReadOnlySpan<byte> utf8)
    {
        int count = 0;
        foreach (byte b in utf8)
        {
            count += (b & 0xC0) == 0x80 ? 0 : 1;
        }

        return count;
    }

    private static PatternNode? Body(PatternNode.Repetition repetition) => PatternShape.Flatten(repetition.Body) is [var body] ? body : null;
}
