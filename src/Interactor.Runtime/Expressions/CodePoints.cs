namespace Interactor.Runtime.Expressions;

/// <summary>Counts text in Unicode code points, as CEL does. A lone surrogate counts as one.</summary>
internal static class CodePoints
{
    public static long Count(ReadOnlySpan<char> text)
    {
        long count = 0;
        for (int i = 0; i < text.Length; i += Length(text, i))
        {
            count++;
        }

        return count;
    }

    /// <summary>The UTF-16 offset of a code point; -1 when the text is shorter. The offset after the last one counts.</summary>
    public static int OffsetOf(string text, long index)
    {
        int offset = 0;
        for (long i = 0; i < index; i++)
        {
            if (offset >= text.Length)
            {
                return -1;
            }

            offset += Length(text, offset);
        }

        return index < 0 ? -1 : offset;
    }

    public static int Length(ReadOnlySpan<char> text, int offset) =>
        char.IsHighSurrogate(text[offset]) && offset + 1 < text.Length && char.IsLowSurrogate(text[offset + 1]) ? 2 : 1;
}
