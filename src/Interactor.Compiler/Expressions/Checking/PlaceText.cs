using System.Text;
using Interactor.Compiler.Expressions.Parsing;
using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>Says where an expression stands, for failures at run time.</summary>
internal static class PlaceText
{
    private const int Limit = 80;
    private const int LongestRoot = 8;

    // Names through which a provider's data comes in; everything else is the caller's or the operator's.
    private static readonly HashSet<string> ProviderRoots = new(StringComparer.Ordinal)
    {
        "response", "steps", "page", "item", "event", "request", "state", "kept",
    };

    // The answers about a job. They are never used as a whole, and the words are common in texts.
    private static readonly HashSet<string> JobRoots = new(StringComparer.Ordinal) { "started", "status" };

    public static ExpressionPlace Of(ScalarNode scalar, TextRange range)
    {
        string text = scalar.Text.Substring(range.Start, range.Length);
        return Of(scalar, text, isCallers: !NamesProviderRoot(text));
    }

    /// <summary>A place where nothing but the caller's input takes part.</summary>
    public static ExpressionPlace OfCaller(ScalarNode scalar) => Of(scalar, scalar.Text, isCallers: true);

    private static ExpressionPlace Of(ScalarNode scalar, string text, bool isCallers) =>
        new($"'{OneLine(text)}' in {FileName(scalar.File.Path)}", isCallers);

    private static string OneLine(string text)
    {
        StringBuilder line = new(text.Length);
        foreach (char c in text)
        {
            bool isBlank = char.IsWhiteSpace(c) || char.IsControl(c);
            if (!isBlank)
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[line.Length - 1] != ' ')
            {
                line.Append(' ');
            }
        }

        string trimmed = line.ToString().Trim();
        return trimmed.Length <= Limit ? trimmed : trimmed.Substring(0, Limit) + "…";
    }

    // No folder, because it belongs to one machine, and no line, because a comment above must not change compiled code.
    private static string FileName(string path) => path.Substring(path.LastIndexOf('/') + 1);

    // A word of a literal may be taken for a root, which only moves the blame to where it lies most of the time.
    private static bool NamesProviderRoot(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            int start = i;
            while (i < text.Length && NameCharacters.IsPart(text[i]))
            {
                i++;
            }

            bool isMember = start > 0 && text[start - 1] == '.';
            if (i > start && i - start <= LongestRoot && !isMember)
            {
                string name = text.Substring(start, i - start);
                if (ProviderRoots.Contains(name) || (i < text.Length && text[i] is ('.' or '[' or '?') && JobRoots.Contains(name)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
