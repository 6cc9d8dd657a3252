namespace Interactor.Runtime.Json.Validation.Patterns.Syntax;

/// <summary>
/// A set of Unicode code points, surrogates included: the edges where membership begins and ends. Made of nothing but arrays of integers,
/// because sets are built before the first text of a process is matched.
/// </summary>
internal sealed class CodePointSet
{
    /// <summary>One more than the last code point.</summary>
    public const int End = 0x110000;

    private readonly int[] _edges;

    private CodePointSet(int[] edges) => _edges = edges;

    public static CodePointSet Empty { get; } = new([]);

    public static CodePointSet All { get; } = new([0, End]);

    /// <summary>The digits of ECMA-262's <c>\d</c>.</summary>
    public static CodePointSet Digits { get; } = Of('0', '9');

    /// <summary>The characters of <c>\w</c>.</summary>
    public static CodePointSet Word { get; } = Of('0', '9', 'A', 'Z', '_', '_', 'a', 'z');

    /// <summary>The characters of <c>\s</c>: WhiteSpace and LineTerminator.</summary>
    public static CodePointSet Space { get; } = Of(
        '\t', '\r', ' ', ' ', 0xA0, 0xA0, 0x1680, 0x1680, 0x2000, 0x200A, 0x2028, 0x2029, 0x202F, 0x202F, 0x205F, 0x205F, 0x3000, 0x3000, 0xFEFF, 0xFEFF);

    /// <summary>What <c>.</c> matches: everything but LineTerminator.</summary>
    public static CodePointSet Dot { get; } = Of('\n', '\n', '\r', '\r', 0x2028, 0x2029).Complement();

    /// <summary>Rising code points: members are those from an even place up to the one before the next, odd place.</summary>
    public ReadOnlySpan<int> Edges => _edges;

    /// <param name="bounds">The first and the last code point of each range; the ranges rise and do not touch.</param>
    public static CodePointSet Of(params int[] bounds)
    {
        int[] edges = (int[])bounds.Clone();
        for (int i = 1; i < edges.Length; i += 2)
        {
            edges[i]++;
        }

        return new(edges);
    }

    /// <summary>The members of any of some sets.</summary>
    public static CodePointSet Union(List<CodePointSet> sets)
    {
        // By halves, so that a class of very many characters does not take their square.
        List<CodePointSet> left = [.. sets];
        while (left.Count > 1)
        {
            List<CodePointSet> merged = [];
            for (int i = 0; i < left.Count; i += 2)
            {
                merged.Add(i + 1 < left.Count ? left[i].Union(left[i + 1]) : left[i]);
            }

            left = merged;
        }

        return left.Count == 0 ? Empty : left[0];
    }

    public CodePointSet Union(CodePointSet other)
    {
        int[] edges = new int[_edges.Length + other._edges.Length];
        int count = 0;
        for (int i = 0, j = 0; i < _edges.Length || j < other._edges.Length;)
        {
            int here = i < _edges.Length ? _edges[i] : End;
            int there = j < other._edges.Length ? other._edges[j] : End;
            int edge = Math.Min(here, there);
            i += i < _edges.Length && here == edge ? 1 : 0;
            j += j < other._edges.Length && there == edge ? 1 : 0;
            bool isInside = ((i | j) & 1) == 1;
            if (isInside != ((count & 1) == 1))
            {
                edges[count++] = edge;
            }
        }

        Array.Resize(ref edges, count);
        return new(edges);
    }

    public CodePointSet Except(CodePointSet other) => Complement().Union(other).Complement();

    public CodePointSet Complement()
    {
        bool hasFirst = _edges.Length > 0 && _edges[0] == 0;
        bool hasLast = _edges.Length > 0 && _edges[_edges.Length - 1] == End;
        List<int> edges = [.. _edges];
        if (hasLast)
        {
            edges.RemoveAt(edges.Count - 1);
        }
        else
        {
            edges.Add(End);
        }

        if (hasFirst)
        {
            edges.RemoveAt(0);
        }
        else
        {
            edges.Insert(0, 0);
        }

        return new([.. edges]);
    }

    public bool Contains(int codePoint)
    {
        int at = Array.BinarySearch(_edges, codePoint);
        return ((at >= 0 ? at : ~at - 1) & 1) == 0;
    }

    /// <summary>Whether one code point is all there is.</summary>
    public bool IsOne(out int codePoint)
    {
        codePoint = _edges.Length > 0 ? _edges[0] : 0;
        return _edges.Length == 2 && _edges[1] == codePoint + 1;
    }
}
