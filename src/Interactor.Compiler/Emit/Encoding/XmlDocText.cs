using System.Text;

namespace Interactor.Compiler.Emit.Encoding;

/// <summary>Writes text into an XML documentation comment, as element content or as the value of an attribute.</summary>
public static class XmlDocText
{
    /// <summary>One line of escaped text. Paragraphs run together; a caller that wants them splits before.</summary>
    public static string Encode(string text)
    {
        string line = PrintableText.OneLine(text);
        StringBuilder encoded = new(line.Length + 16);
        foreach (char c in line)
        {
            switch (c)
            {
                case '&':
                    encoded.Append("&amp;");
                    break;
                case '<':
                    encoded.Append("&lt;");
                    break;
                case '>':
                    encoded.Append("&gt;");
                    break;
                case '"':
                    encoded.Append("&quot;");
                    break;
                case '\'':
                    encoded.Append("&apos;");
                    break;
                default:
                    encoded.Append(c);
                    break;
            }
        }

        return encoded.ToString();
    }
}
