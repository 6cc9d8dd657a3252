namespace Interactor.Compiler.Text;

/// <summary>The first sentence of a description.</summary>
public static class FirstSentence
{
    // A sentence of fewer characters is an abbreviation or a heading.
    private const int Fewest = 12;

    private const int Most = 240;

    /// <summary>The text up to the first mark that ends a sentence or up to the first empty line; the first words where that is long.</summary>
    /// <param name="text">A description, in plain text or Markdown.</param>
    public static string Of(string text)
    {
        text = text.Trim();
        for (int i = 0; i < text.Length; i++)
        {
            bool isLast = i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]);
            if (text[i] is '.' or '!' or '?' && isLast && i >= Fewest)
            {
                return text.Substring(0, i + 1);
            }

            if (i >= Most && char.IsWhiteSpace(text[i]))
            {
                return text.Substring(0, i) + "…";
            }

            if (text[i] == '\n' && i + 1 < text.Length && text[i + 1] is '\n' or '\r')
            {
                return text.Substring(0, i).TrimEnd();
            }
        }

        return text;
    }
}
