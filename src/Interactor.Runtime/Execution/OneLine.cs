using System.Text;

namespace Interactor.Runtime.Execution;

/// <summary>Somebody else's text as it may stand in a log or on a terminal: one line, which nothing in it ends, colours or turns around.</summary>
internal static class OneLine
{
    /// <summary>The text with one space for line breaks and other control characters in a row, and without the formatting characters that override its direction (UAX 9, section 2).</summary>
    public static string Of(StringBuilder text)
    {
        StringBuilder line = new(text.Length);
        foreach (ReadOnlyMemory<char> chunk in text.GetChunks())
        {
            foreach (char character in chunk.Span)
            {
                if (!char.IsControl(character) && character is not ('\u2028' or '\u2029'))
                {
                    if (character is not ((>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')))
                    {
                        line.Append(character);
                    }
                }
                else if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
        }

        return line.ToString().Trim();
    }
}
