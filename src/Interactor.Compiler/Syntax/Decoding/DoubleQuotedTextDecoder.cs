using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax.Decoding;

/// <summary>Retraces a double-quoted scalar or a JSON string: escapes, folded lines, escaped line breaks.</summary>
internal static class DoubleQuotedTextDecoder
{
    public static DecodedText Decode(string source, TextRange content)
    {
        DecodedText decoded = new(content.Start);
        int i = content.Start;
        while (i < content.End)
        {
            if (FlowLines.IsBlankAt(source, i))
            {
                i = FlowLines.DecodeBlanks(source, i, content.End, decoded);
            }
            else if (source[i] != '\\' || i + 1 >= content.End)
            {
                decoded.Append(source[i], i);
                i++;
            }
            else if (LineBreak.IsAt(source, i + 1))
            {
                int count = 0;
                int next = i + 1 + LineBreak.WidthAt(source, i + 1);
                i = FlowLines.DecodeBreaks(source, next, content.End, decoded, ref count);
            }
            else
            {
                i += DecodeEscape(source, i, content.End, decoded);
            }
        }

        return decoded;
    }

    private static int DecodeEscape(string source, int start, int end, DecodedText into)
    {
        Escape escape = Escape.At(source, start, end);
        if (escape.IsValid)
        {
            foreach (char c in escape.ToText())
            {
                into.Append(c, start, escape.Width);
            }
        }

        return escape.Width;
    }
}
