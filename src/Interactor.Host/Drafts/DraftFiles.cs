namespace Interactor.Host.Drafts;

/// <summary>The files of a definition by their paths below the connector's folder, all of which are names that mean the same on every system.</summary>
internal static class DraftFiles
{
    public const int MostFiles = 5_000;

    /// <summary>What an archive may have at most, whatever a definition may have here: it may come from a host that takes more.</summary>
    public const int MostCharacters = 16 * 1024 * 1024;

    private const int LongestPath = 200;

    /// <summary>Why a path is none of a definition's file; null where it is good.</summary>
    public static string? ProblemOf(string path)
    {
        if (path.Length is 0 or > LongestPath)
        {
            return $"A path has 1 to {LongestPath} characters.";
        }

        return Array.Find(path.Split('/'), static part => !IsName(part)) is { } part
            ? $"'{part}' is no name of a file or folder here: letters, digits, '.', '_', '-' and '@' are allowed, and no dot at the beginning or the end."
            : null;
    }

    /// <summary>Why files are too many or too large; null where they are not.</summary>
    /// <param name="files">The files.</param>
    /// <param name="mostCharacters">How many characters they may have together.</param>
    public static string? ProblemOf(IReadOnlyDictionary<string, string> files, int mostCharacters) =>
        files.Count > MostFiles ? $"A definition has {MostFiles} files at most."
        : files.Values.Sum(static content => (long)content.Length) > mostCharacters ? $"The files of a definition have {mostCharacters} characters together at most."
        : files.FirstOrDefault(static file => file.Value.Contains('\0', StringComparison.Ordinal)) is { Key: { } name } ? $"{name}: It has the character U+0000, which no text of the host may have."
        : files.Keys.Select(static path => (path, problem: ProblemOf(path))).FirstOrDefault(static pair => pair.problem is not null) is ({ } path, { } problem) ? $"{path}: {problem}"
        : null;

    private static bool IsName(string part) =>
        part.Length > 0 && part[0] != '.' && part[^1] != '.' && part.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '@');
}
