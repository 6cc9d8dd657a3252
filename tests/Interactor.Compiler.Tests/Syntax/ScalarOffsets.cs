using Interactor.Compiler.Syntax;
using Interactor.Compiler.Syntax.Decoding;

namespace Interactor.Compiler.Tests.Syntax;

/// <summary>What holds for the offsets of any scalar.</summary>
internal static class ScalarOffsets
{
    public static void Check(ScalarNode scalar)
    {
        string source = scalar.File.Text;
        Assert.False(TextMap.Of(scalar).IsUnknown, "Not retraced: " + scalar.Text + " in " + source);
        int previous = scalar.Range.Start - 1;
        for (int i = 0; i < scalar.Text.Length; i++)
        {
            int offset = scalar.OffsetOf(i);
            Assert.True(Corresponds(scalar, i, source[offset]), $"Character {i} of '{scalar.Text}' in '{source}'");
            Assert.True(offset > previous || char.IsLowSurrogate(scalar.Text[i]));
            previous = offset;
        }

        Assert.InRange(scalar.OffsetOf(scalar.Text.Length), previous, source.Length);
    }

    private static bool Corresponds(ScalarNode scalar, int index, char written) => scalar.Text[index] switch
    {
        char c when c == written => true,
        char c when scalar.Style == ScalarStyle.DoubleQuoted && written == '\\' =>
            Escape.At(scalar.File.Text, scalar.OffsetOf(index), scalar.Range.End).ToText().Contains(c, StringComparison.Ordinal),
        ' ' or '\n' => written is '\n' or '\r',
        _ => false,
    };
}
