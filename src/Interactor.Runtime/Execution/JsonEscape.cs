using System.Globalization;
using System.Text;

namespace Interactor.Runtime.Execution;

/// <summary>Escapes in strings of JSON (RFC 8259, section 7).</summary>
internal static class JsonEscape
{
    /// <summary>Appends the first character of a text and returns how much of the text it takes. What is no escape stays as it is.</summary>
    public static int Read(ReadOnlySpan<char> text, StringBuilder plain)
    {
        (char character, int length) = text switch
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
        plain.Append(character);
        return length;
    }
}
