namespace Interactor.Import.Providers;

/// <summary>Cuts the texts of providers: <c>https://${connectionConfig.site}.example.com || https://example.com</c>.</summary>
internal static class ProviderText
{
    private const int Deepest = 4;

    /// <summary>The alternatives, of which the first counts whose names have values. Null where an expression has no end.</summary>
    public static IReadOnlyList<IReadOnlyList<ProviderPart>>? Read(string text)
    {
        List<IReadOnlyList<ProviderPart>> alternatives = [];
        foreach (string alternative in Split(text))
        {
            if (Parts(alternative, 0) is not { } parts)
            {
                return null;
            }

            alternatives.Add(parts);
        }

        return alternatives;
    }

    private static IEnumerable<string> Split(string text)
    {
        // Two bars are text where no expression is near.
        return text.Contains("||", StringComparison.Ordinal) && text.Contains("${", StringComparison.Ordinal)
            ? text.Split("||", StringSplitOptions.TrimEntries)
            : [text];
    }

    private static List<ProviderPart>? Parts(string text, int depth)
    {
        List<ProviderPart> parts = [];
        int position = 0;
        while (text.IndexOf("${", position, StringComparison.Ordinal) is var open and >= 0)
        {
            int close = CloseOf(text, open + 2);
            if (close < 0 || depth > Deepest || Expression(text[(open + 2)..close].Trim(), depth) is not { } expression)
            {
                return null;
            }

            Add(parts, text[position..open]);
            parts.Add(expression);
            position = close + 1;
        }

        Add(parts, text[position..]);
        return parts;
    }

    private static ProviderPart? Expression(string text, int depth)
    {
        int open = text.IndexOf('(');
        if (open < 0)
        {
            return text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-') ? new ProviderPart.Name(text) : null;
        }

        return text.EndsWith(')') && Parts(text[(open + 1)..^1], depth + 1) is { } argument ? new ProviderPart.Call(text[..open].Trim(), argument) : null;
    }

    private static int CloseOf(string text, int from)
    {
        int depth = 1;
        for (int i = from; i < text.Length; i++)
        {
            depth += text[i] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static void Add(List<ProviderPart> parts, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(new ProviderPart.Literal(text));
        }
    }
}
