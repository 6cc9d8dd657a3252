using System.Globalization;
using System.Text;

namespace Interactor.Import.Writing;

/// <summary>Writes text in double quotes, as JSON and YAML both read it.</summary>
internal static class JsonTextWriter
{
    public static void Write(StringBuilder target, string text)
    {
        target.Append('"');
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is >= ' ' and <= '~' and not ('"' or '\\') || IsPlainLetter(text, i))
            {
                continue;
            }

            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            target.Append(text, start, i - start);
            Escape(target, c);
            start = i + 1;
        }

        target.Append(text, start, text.Length - start).Append('"');
    }

    /// <summary>What neither format needs to escape, and no reader takes for the end of a line or for damage.</summary>
    internal static bool IsPlainLetter(string text, int index) =>
        text[index] is >= '\u00A0' and < '\uFFF0' and not ('\u2028' or '\u2029' or '\uFEFF') && !char.IsSurrogate(text[index]);

    private static void Escape(StringBuilder target, char c)
    {
        switch (c)
        {
            case '"':
                target.Append("\\\"");
                break;
            case '\\':
                target.Append("\\\\");
                break;
            case '\n':
                target.Append("\\n");
                break;
            case '\r':
                target.Append("\\r");
                break;
            case '\t':
                target.Append("\\t");
                break;
            default:
                int code = char.IsSurrogate(c) ? 0xFFFD : c;
                target.Append("\\u").Append(code.ToString("x4", CultureInfo.InvariantCulture));
                break;
        }
    }
}
