namespace Interactor.Import.OpenApi;

/// <summary>Cuts the paths of documents.</summary>
internal static class PathText
{
    /// <summary>The path without what follows <c>?</c> or <c>#</c>.</summary>
    public static string WithoutQuery(string path)
    {
        int end = IndexOfQuery(path);
        return end < 0 ? path : path[..end];
    }

    /// <summary>What follows <c>?</c> or <c>#</c>, pair by pair.</summary>
    public static string[] PairsOf(string path)
    {
        int end = IndexOfQuery(path);
        return end < 0 ? [] : path[(end + 1)..].Split(['&', '#', '?'], StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The names in braces, of the query too.</summary>
    public static IEnumerable<string> VariablesOf(string path) => Pieces(path).Where(p => p.IsVariable).Select(p => p.Text);

    /// <summary>Text and names by turns.</summary>
    public static IEnumerable<(string Text, bool IsVariable)> Pieces(string path)
    {
        int position = 0;
        while (position < path.Length)
        {
            int open = path.IndexOf('{', position);
            int close = open < 0 ? -1 : path.IndexOf('}', open);
            if (close < 0)
            {
                yield return (path[position..], false);
                yield break;
            }

            // Of {{a} only the inner brace opens a name.
            open = path.LastIndexOf('{', close);
            if (open > position)
            {
                yield return (path[position..open], false);
            }

            if (close > open + 1)
            {
                yield return (path[(open + 1)..close], true);
            }

            position = close + 1;
        }
    }

    // A question mark inside braces belongs to a name: {?page}.
    private static int IndexOfQuery(string path)
    {
        int depth = 0;
        for (int i = 0; i < path.Length; i++)
        {
            switch (path[i])
            {
                case '{':
                    depth++;
                    break;
                case '}':
                    depth = Math.Max(0, depth - 1);
                    break;
                case '?' or '#' when depth == 0:
                    return i;
            }
        }

        return -1;
    }
}
