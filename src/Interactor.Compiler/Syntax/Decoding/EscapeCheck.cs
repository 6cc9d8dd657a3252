using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax.Decoding;

/// <summary>Finds what YamlDotNet lets pass in double-quoted text: hexadecimal digits that are none in the second half of a pair.</summary>
internal static class EscapeCheck
{
    /// <summary>The offset of the first escape that is wrong or half a pair, or -1.</summary>
    public static int FirstProblem(string source, TextRange range)
    {
        int i = source.IndexOf('\\', range.Start, range.Length);
        while (i >= 0 && i < range.End - 1)
        {
            if (LineBreak.IsAt(source, i + 1))
            {
                i++;
            }
            else
            {
                int width = WidthAt(source, i, range.End);
                if (width < 0)
                {
                    return i;
                }

                i += width;
            }

            i = i < range.End ? source.IndexOf('\\', i, range.End - i) : -1;
        }

        return -1;
    }

    private static int WidthAt(string source, int start, int end)
    {
        Escape escape = Escape.At(source, start, end);
        if (!escape.IsValid)
        {
            return -1;
        }

        if (!escape.IsSurrogate)
        {
            return escape.Width;
        }

        int next = start + escape.Width;
        Escape low = next < end && source[next] == '\\' ? Escape.At(source, next, end) : default;
        return escape.CodePoint < 0xDC00 && low.CodePoint is >= 0xDC00 and <= 0xDFFF ? escape.Width + low.Width : -1;
    }
}
