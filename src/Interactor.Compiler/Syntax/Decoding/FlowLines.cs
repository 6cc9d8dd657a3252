namespace Interactor.Compiler.Syntax.Decoding;

/// <summary>Folds lines as plain and quoted scalars do (YAML 1.2.2, section 6.5).</summary>
internal static class FlowLines
{
    public static bool IsBlankAt(string source, int index) => source[index] is ' ' or '\t' || LineBreak.IsAt(source, index);

    /// <summary>
    /// Decodes the run of blanks and breaks that starts here: blanks inside a line stay, one break becomes a space,
    /// each further one a line feed.
    /// </summary>
    /// <returns>The offset after the run.</returns>
    public static int DecodeBlanks(string source, int start, int end, DecodedText into)
    {
        int i = start;
        while (i < end && source[i] is (' ' or '\t'))
        {
            i++;
        }

        if (i >= end || !LineBreak.IsAt(source, i))
        {
            for (int blank = start; blank < i; blank++)
            {
                into.Append(source[blank], blank);
            }

            return i;
        }

        int first = i;
        i += LineBreak.WidthAt(source, i);
        int further = 0;
        i = DecodeBreaks(source, i, end, into, ref further);
        if (further == 0)
        {
            into.Append(' ', first);
        }

        return i;
    }

    /// <summary>Skips blanks and decodes every break to a line feed.</summary>
    public static int DecodeBreaks(string source, int start, int end, DecodedText into, ref int count)
    {
        int i = start;
        while (i < end && IsBlankAt(source, i))
        {
            if (!LineBreak.IsAt(source, i))
            {
                i++;
                continue;
            }

            int width = LineBreak.WidthAt(source, i);
            into.Append('\n', i, width);
            count++;
            i += width;
        }

        return i;
    }
}
