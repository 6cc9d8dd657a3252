using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax.Decoding;

/// <summary>Retraces a plain scalar over several lines.</summary>
internal static class PlainTextDecoder
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
                decoded.Append(source[i], i);
                i++;
            }
        }

        return decoded;
    }
}
