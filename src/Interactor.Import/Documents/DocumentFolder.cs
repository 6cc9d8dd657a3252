using Interactor.Compiler.Syntax;

namespace Interactor.Import.Documents;

/// <summary>Reads the files of one folder for references, and nothing outside of it.</summary>
internal sealed class DocumentFolder(string root)
{
    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)) + Path.DirectorySeparatorChar;

    /// <summary>Null for a file that does not exist, lies outside, or is reached by a link.</summary>
    public string? Read(string relative)
    {
        try
        {
            string path = Path.GetFullPath(Path.Combine(_root, relative.Replace('/', Path.DirectorySeparatorChar)));
            bool isInside = path.StartsWith(_root, StringComparison.Ordinal);
            return isInside && !IsLinked(path) && new FileInfo(path) is { Exists: true } file && file.Length <= ReadOptions.Document.JsonCharacters * 4L
                ? File.ReadAllText(path)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    // A link inside the folder could lead anywhere.
    private bool IsLinked(string path)
    {
        for (string? at = path; at is not null && at.Length > _root.Length; at = Path.GetDirectoryName(at))
        {
            FileSystemInfo info = Directory.Exists(at) ? new DirectoryInfo(at) : new FileInfo(at);
            if (info.LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }
}
