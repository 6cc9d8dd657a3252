using System.Text;

namespace Interactor.Compiler.Emit.Encoding;

/// <summary>Text that stays on its line and reads as it is stored.</summary>
internal static class PrintableText
{
    public static string OneLine(string text)
    {
        StringBuilder line = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                bool invisible = InvisibleText.Contains(char.ConvertToUtf32(text[i], text[i + 1]));
                line.Append(invisible ? " " : text.Substring(i, 2));
                i++;
            }
            else
            {
                line.Append(InvisibleText.Contains(text[i]) ? ' ' : text[i]);
            }
        }

        return line.ToString().Trim();
    }
}
