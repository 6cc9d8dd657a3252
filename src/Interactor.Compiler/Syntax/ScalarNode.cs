using Interactor.Compiler.Syntax.Decoding;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax;

/// <summary>Text, a number, a boolean or null. Numbers keep their text, so they never lose digits.</summary>
public sealed class ScalarNode : SyntaxNode
{
    internal ScalarNode(SourceFile file, TextRange range, string text, ScalarKind kind, ScalarStyle style)
        : base(file, range)
    {
        Text = text;
        Kind = kind;
        Style = style;
    }

    /// <summary>The decoded text: escapes resolved, lines folded, indentation removed.</summary>
    public string Text { get; }

    public ScalarKind Kind { get; }

    internal ScalarStyle Style { get; }

    /// <summary>Where a character of <see cref="Text"/> stands in <see cref="SourceFile.Text"/>; an escape counts from its backslash.</summary>
    /// <param name="textIndex">A UTF-16 index from 0 up to and including the length of <see cref="Text"/>.</param>
    public int OffsetOf(int textIndex) => OffsetOf(TextMap.Of(this), textIndex);

    /// <summary>The place of a part of <see cref="Text"/>.</summary>
    public Location Locate(int textStart, int textLength)
    {
        // Only findings ask, so the map is not kept.
        TextMap map = TextMap.Of(this);
        return map.IsUnknown ? Location : File.Locate(TextRange.Between(OffsetOf(map, textStart), OffsetOf(map, textStart + textLength)));
    }

    private int OffsetOf(TextMap map, int textIndex)
    {
        if (textIndex < 0 || textIndex > Text.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(textIndex));
        }

        return map[textIndex];
    }
}
