using System.Text;
using Interactor.Import.Naming;

namespace Interactor.Import.OpenApi;

/// <summary>Short texts for people, made of longer ones.</summary>
internal static class Texts
{
    private const int LongestLine = 100;
    private const int LongestParagraph = 600;

    /// <summary>One line of at most 100 characters; null for nothing.</summary>
    public static string? Line(string? text) => Cut(OneLine(text), LongestLine);

    /// <summary>The first paragraph of Markdown, in one line; null for nothing.</summary>
    public static string? FirstParagraph(string? text)
    {
        if (text is null)
        {
            return null;
        }

        string trimmed = text.Trim().Replace("\r\n", "\n");
        int end = trimmed.IndexOf("\n\n", StringComparison.Ordinal);
        return Cut(OneLine(end < 0 ? trimmed : trimmed[..end]), LongestParagraph);
    }

    /// <summary>The first sentence, in one line; null for nothing.</summary>
    public static string? FirstSentence(string? text) => text is null ? null : OneLine(Compiler.Text.FirstSentence.Of(text));

    /// <summary>A name of a program as people write it: <c>base_url</c> is <c>Base url</c>.</summary>
    public static string TitleOf(string name)
    {
        string text = string.Join(' ', Words.Of(name));
        return text.Length == 0 ? "Value" : char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static string? OneLine(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        StringBuilder line = new(text.Length);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        string result = line.ToString().TrimEnd();
        return result.Length == 0 ? null : result;
    }

    private static string? Cut(string? text, int longest)
    {
        if (text is null || text.Length <= longest)
        {
            return text;
        }

        int space = text.LastIndexOf(' ', longest - 1);
        int end = space > longest / 2 ? space : longest - 1;
        end = char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
        return text[..end] + "…";
    }
}
