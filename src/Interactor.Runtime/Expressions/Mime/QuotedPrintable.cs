using System.Globalization;
using System.Text;

namespace Interactor.Runtime.Expressions.Mime;

/// <summary>Quoted-printable (RFC 2045, section 6.7) of UTF-8 text with CRLF line ends.</summary>
internal static class QuotedPrintable
{
    private const int Width = 76;

    public static string Encode(string text)
    {
        StringBuilder output = new(text.Length + 16);
        string[] lines = text.Split("\r\n");
        for (int i = 0; i < lines.Length; i++)
        {
            EncodeLine(output, Encoding.UTF8.GetBytes(lines[i]));
            output.Append(i < lines.Length - 1 ? "\r\n" : string.Empty);
        }

        return output.ToString();
    }

    private static void EncodeLine(StringBuilder output, byte[] line)
    {
        int column = 0;
        for (int i = 0; i < line.Length; i++)
        {
            // A blank at the end of a line may be lost on the way.
            bool isLast = i == line.Length - 1;
            bool isPlain = line[i] is >= 33 and <= 126 and not (byte)'=' || (line[i] is (byte)' ' or (byte)'\t' && !isLast);

            // A dot alone on a line ends a message in SMTP, and 'From ' at its start is changed by mailboxes.
            isPlain &= column > 0 || !(line[i] == '.' || line.AsSpan(i).StartsWith("From "u8));
            int length = isPlain ? 1 : 3;
            if (column + length > (isLast ? Width : Width - 1))
            {
                output.Append("=\r\n");
                column = 0;
            }

            if (isPlain)
            {
                output.Append((char)line[i]);
            }
            else
            {
                output.Append('=').Append(line[i].ToString("X2", CultureInfo.InvariantCulture));
            }

            column += length;
        }
    }
}
