using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax.Decoding;

/// <summary>Retraces a single-quoted scalar, in which <c>''</c> is a quote.</summary>
internal static class SingleQuotedTextDecoder
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
            else
            {
                int width = source[i] == '\'' ? 2 : 1;
                decoded.Append(source[i], i, width);
                i += width;
            }
        }

        return decoded;
    }
}
