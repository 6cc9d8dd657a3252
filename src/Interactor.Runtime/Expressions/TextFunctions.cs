using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Interactor.Runtime.Expressions;

/// <summary>Functions of text. Positions and sizes count Unicode code points; comparison is ordinal; nothing depends on a culture.</summary>
public static class TextFunctions
{
    // More than any field of any API holds; keeps the cost of an expression in proportion to its input.
    private const long PadLimit = 100_000;

    // The patterns are literals of definitions, so there are as many as the definitions have.
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    /// <summary>How many code points the text has.</summary>
    public static long Size(string text) => CodePoints.Count(text);

    /// <summary>The ordinal order of two texts.</summary>
    /// <returns>Less than zero, zero, or more than zero.</returns>
    public static int Compare(string left, string right) => string.CompareOrdinal(left, right);

    /// <summary>The text has the part in it.</summary>
    public static bool Contains(string text, string part) => text.Contains(part, StringComparison.Ordinal);

    /// <summary>The text starts with the part.</summary>
    public static bool StartsWith(string text, string part) => text.StartsWith(part, StringComparison.Ordinal);

    /// <summary>The text ends with the part.</summary>
    public static bool EndsWith(string text, string part) => text.EndsWith(part, StringComparison.Ordinal);

    /// <summary>The pattern matches somewhere in the text. The time is linear in the text's length.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pattern">A pattern that the compiler has checked and rewritten for .NET.</param>
    public static bool Matches(string text, string pattern) =>
        Patterns.GetOrAdd(pattern, static p => new Regex(p, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)).IsMatch(text);

    /// <summary>The text in lower case, whatever the culture.</summary>
    public static string Lower(string text) => text.ToLowerInvariant();

    /// <summary>The text in upper case, whatever the culture.</summary>
    public static string Upper(string text) => text.ToUpperInvariant();

    /// <summary>Without white space at both ends.</summary>
    public static string Trim(string text) => text.Trim();

    /// <summary>Without white space at the start.</summary>
    public static string TrimStart(string text) => text.TrimStart();

    /// <summary>Without white space at the end.</summary>
    public static string TrimEnd(string text) => text.TrimEnd();

    /// <summary>Every occurrence of a part replaced; an empty part occurs nowhere.</summary>
    public static string Replace(string text, string part, string replacement) =>
        part.Length == 0 ? text : ResultSize.Bounded(text, part, replacement).Replace(part, replacement, StringComparison.Ordinal);

    /// <summary>The pieces between separators; an empty separator gives the code points.</summary>
    public static IReadOnlyList<string> Split(string text, string separator)
    {
        if (separator.Length > 0)
        {
            return text.Split(separator);
        }

        ResultSize.CheckItems(text.Length);
        List<string> pieces = [];
        for (int i = 0; i < text.Length; i += pieces[^1].Length)
        {
            pieces.Add(text.Substring(i, CodePoints.Length(text, i)));
        }

        return pieces;
    }

    /// <summary>The texts one after another.</summary>
    public static string Join(IReadOnlyList<string> texts) => Join(texts, string.Empty);

    /// <summary>The texts with a separator between them.</summary>
    public static string Join(IReadOnlyList<string> texts, string separator)
    {
        ResultSize.CheckText(texts.Sum(static t => (long)t.Length) + ((long)texts.Count * separator.Length));
        return string.Join(separator, texts);
    }

    /// <summary>From a position, counted from 0, to the end.</summary>
    public static string Substring(string text, long start, ExpressionPlace place) => text[OffsetOf(text, start, place)..];

    /// <summary>From a position, counted from 0, up to and without another.</summary>
    public static string Substring(string text, long start, long end, ExpressionPlace place) =>
        end < start ? throw place.Failure("the end lies before the start") : text[OffsetOf(text, start, place)..OffsetOf(text, end, place)];

    /// <summary>At most so many code points from the start.</summary>
    public static string Truncate(string text, long size, ExpressionPlace place) => size < 0
        ? throw place.Failure("a size is negative")
        : CodePoints.OffsetOf(text, size) is >= 0 and int offset ? text[..offset] : text;

    /// <summary>What stands before the first occurrence of a part; the whole text where there is none.</summary>
    public static string Before(string text, string part) => text.IndexOf(part, StringComparison.Ordinal) is >= 0 and int at ? text[..at] : text;

    /// <summary>What stands after the first occurrence of a part; empty where there is none.</summary>
    public static string After(string text, string part) =>
        text.IndexOf(part, StringComparison.Ordinal) is >= 0 and int at ? text[(at + part.Length)..] : string.Empty;

    /// <summary>Where a part first stands, counted from 0; -1 where it does not.</summary>
    public static long IndexOf(string text, string part) => PositionOf(text, text.IndexOf(part, StringComparison.Ordinal));

    /// <summary>Where a part last stands, counted from 0; -1 where it does not.</summary>
    public static long LastIndexOf(string text, string part) => PositionOf(text, text.LastIndexOf(part, StringComparison.Ordinal));

    /// <summary>Spaces before the text up to a size.</summary>
    public static string PadLeft(string text, long size, ExpressionPlace place) => PadLeft(text, size, " ", place);

    /// <summary>One character before the text as often as it takes to reach a size.</summary>
    public static string PadLeft(string text, long size, string filler, ExpressionPlace place) => Filling(text, size, filler, place) + text;

    /// <summary>Spaces behind the text up to a size.</summary>
    public static string PadRight(string text, long size, ExpressionPlace place) => PadRight(text, size, " ", place);

    /// <summary>One character behind the text as often as it takes to reach a size.</summary>
    public static string PadRight(string text, long size, string filler, ExpressionPlace place) => text + Filling(text, size, filler, place);

    private static string Filling(string text, long size, string filler, ExpressionPlace place)
    {
        if (size > PadLimit)
        {
            throw place.Failure("the size to fill up to is too large");
        }

        if (CodePoints.Count(filler) != 1)
        {
            throw place.Failure("the text to fill up with is not one character");
        }

        StringBuilder filling = new();
        for (long missing = size - CodePoints.Count(text); missing > 0; missing--)
        {
            filling.Append(filler);
        }

        return filling.ToString();
    }

    private static int OffsetOf(string text, long position, ExpressionPlace place) =>
        CodePoints.OffsetOf(text, position) is >= 0 and int offset ? offset : throw place.Failure("the position lies outside the text");

    private static long PositionOf(string text, int offset) => offset < 0 ? -1 : CodePoints.Count(text.AsSpan(0, offset));
}
