using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax.Decoding;

/// <summary>For each character of a scalar's text, the offset in the file where it is written.</summary>
internal sealed class TextMap
{
    private readonly int _start;
    private readonly int[]? _offsets;

    private TextMap(int start, int[]? offsets, bool isUnknown)
    {
        _start = start;
        _offsets = offsets;
        IsUnknown = isUnknown;
    }

    /// <summary>The text could not be retraced: every index gives the scalar's start.</summary>
    public bool IsUnknown { get; }

    public int this[int index] => IsUnknown ? _start : _offsets is null ? _start + index : _offsets[index];

    public static TextMap Of(ScalarNode scalar)
    {
        string source = scalar.File.Text;
        TextRange content = ContentOf(scalar);
        if (content.Length == scalar.Text.Length
            && string.CompareOrdinal(source, content.Start, scalar.Text, 0, content.Length) == 0)
        {
            return new TextMap(content.Start, offsets: null, isUnknown: false);
        }

        DecodedText decoded = Decode(scalar, content);
        return decoded.Text == scalar.Text
            ? new TextMap(content.Start, decoded.ToOffsets(), isUnknown: false)
            : new TextMap(scalar.Range.Start, offsets: null, isUnknown: true);
    }

    private static DecodedText Decode(ScalarNode scalar, TextRange content)
    {
        string source = scalar.File.Text;
        return scalar.Style switch
        {
            ScalarStyle.Literal => BlockTextDecoder.Decode(source, content, scalar.Text, isFolded: false),
            ScalarStyle.Folded => BlockTextDecoder.Decode(source, content, scalar.Text, isFolded: true),
            ScalarStyle.DoubleQuoted => DoubleQuotedTextDecoder.Decode(source, content),
            ScalarStyle.SingleQuoted => SingleQuotedTextDecoder.Decode(source, content),
            _ => PlainTextDecoder.Decode(source, content),
        };
    }

    private static TextRange ContentOf(ScalarNode scalar) =>
        scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted && scalar.Range.Length >= 2
            ? new TextRange(scalar.Range.Start + 1, scalar.Range.Length - 2)
            : scalar.Range;
}
