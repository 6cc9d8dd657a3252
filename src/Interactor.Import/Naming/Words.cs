using System.Text;

namespace Interactor.Import.Naming;

/// <summary>Splits any text into lower-case words of <c>[a-z0-9]</c>: at everything that is no letter or digit, and where the case says so.</summary>
internal static class Words
{
    public static List<string> Of(string text)
    {
        List<string> words = [];
        StringBuilder word = new();
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (!char.IsAsciiLetterOrDigit(c))
            {
                Flush(word, words);
                continue;
            }

            if (char.IsAsciiLetterUpper(c) && IsBoundary(text, i))
            {
                Flush(word, words);
            }

            word.Append(char.ToLowerInvariant(c));
        }

        Flush(word, words);
        return words;
    }

    /// <summary>The words joined by hyphens.</summary>
    public static string Joined(string text) => string.Join('-', Of(text));

    // listPets: list, pets. getHTTPServer: get, http, server. v2Beta: v2, beta. IDs: ids.
    private static bool IsBoundary(string text, int i)
    {
        if (i == 0)
        {
            return false;
        }

        char before = text[i - 1];
        if (char.IsAsciiLetterLower(before) || char.IsAsciiDigit(before))
        {
            return true;
        }

        bool isPluralOfAbbreviation = i + 2 == text.Length || (i + 2 < text.Length && !char.IsAsciiLetterLower(text[i + 2]));
        return char.IsAsciiLetterUpper(before)
            && i + 1 < text.Length
            && char.IsAsciiLetterLower(text[i + 1])
            && !(text[i + 1] == 's' && isPluralOfAbbreviation);
    }

    private static void Flush(StringBuilder word, List<string> words)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
