using System.Globalization;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas;

/// <summary>JSON Pointers (RFC 6901) over a syntax tree.</summary>
internal static class SchemaPointer
{
    /// <summary>The pointer of something one step further in.</summary>
    public static string Append(string pointer, string segment) => $"{pointer}/{segment.Replace("~", "~0").Replace("/", "~1")}";

    /// <summary>The decoded segments of a pointer that starts with a slash or is empty.</summary>
    public static IEnumerable<string> Segments(string pointer) =>
        pointer.Length == 0 ? [] : pointer.Substring(1).Split('/').Select(s => s.Replace("~1", "/").Replace("~0", "~"));

    /// <summary>What one segment leads to; null where there is nothing.</summary>
    public static SyntaxNode? Step(SyntaxNode node, string segment) => node switch
    {
        MappingNode mapping => mapping.Find(segment),
        SequenceNode sequence when IndexOf(segment) is { } index && index < sequence.Items.Count => sequence.Items[index],
        _ => null,
    };

    private static int? IndexOf(string segment) =>
        (segment == "0" || (segment.Length is > 0 and < 10 && segment[0] != '0'))
        && int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index : null;
}
