using System.Globalization;

namespace Interactor.Runtime.Execution;

/// <summary>Text as a reader of JSON strings sees it, whoever wrote it, and where each of its characters stands in the text as it came.</summary>
internal sealed class UnescapedText
{
    private readonly int[]? _starts;

    private UnescapedText(string text, int[]? starts)
    {
        Text = text;
        _starts = starts;
    }

    public string Text { get; }

    /// <summary>The text as it came.</summary>
    public static UnescapedText Of(string text) => new(text, null);

    /// <summary>Where a character stands in the text as it came.</summary>
    public int StartOf(int index) => _starts is null ? index : _starts[index];

    /// <summary>The text without one more level of escapes (RFC 8259, section 7); null where there are none. What is no escape stays as it is.</summary>
    public UnescapedText? Unescape()
    {
        if (!Text.Contains('\\', StringComparison.Ordinal))
        {
            return null;
        }

        char[] plain = new char[Text.Length];
        int[] starts = new int[Text.Length + 1];
        int count = 0;
        for (int i = 0; i < Text.Length;)
        {
            (char character, int length) = Read(Text.AsSpan(i));
            plain[count] = character;
            starts[count++] = StartOf(i);
            i += length;
        }

        starts[count] = StartOf(Text.Length);
        return new UnescapedText(new string(plain, 0, count), starts);
    }

    private static (char Character, int Length) Read(ReadOnlySpan<char> text) => text switch
    {
        ['\\', 'u', _, _, _, _, ..] when ushort.TryParse(text.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit) => ((char)unit, 6),
        ['\\', '"' or '\\' or '/', ..] => (text[1], 2),
        ['\\', 'b', ..] => ('\b', 2),
        ['\\', 'f', ..] => ('\f', 2),
        ['\\', 'n', ..] => ('\n', 2),
        ['\\', 'r', ..] => ('\r', 2),
        ['\\', 't', ..] => ('\t', 2),
        _ => (text[0], 1),
    };
}
