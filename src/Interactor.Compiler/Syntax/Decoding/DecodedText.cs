using System.Text;

namespace Interactor.Compiler.Syntax.Decoding;

/// <summary>Text as it is decoded, with the origin of each character.</summary>
/// <param name="start">Where the content starts in the file.</param>
internal sealed class DecodedText(int start)
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _offsets = [];
    private int _end = start;

    public string Text => _text.ToString();

    /// <summary>Adds a character written at <paramref name="offset"/>, in <paramref name="width"/> characters of the file.</summary>
    public void Append(char c, int offset, int width = 1)
    {
        _text.Append(c);
        _offsets.Add(offset);
        _end = offset + width;
    }

    /// <summary>One offset a character, and the end of the last one.</summary>
    public int[] ToOffsets() => [.. _offsets, _end];
}
