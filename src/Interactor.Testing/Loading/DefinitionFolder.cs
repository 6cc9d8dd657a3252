using System.Text;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Model;
using Interactor.Compiler.Text;

namespace Interactor.Testing.Loading;

/// <summary>Reads the files of connectors from disk into what the compiler takes.</summary>
public static class DefinitionFolder
{
    private const int DepthLimit = 16;
    private const long FileLimit = 16 * 1024 * 1024;

    // What builds leave behind, and what an import lays beside files that people have edited.
    private static readonly string[] SkippedFolders = ["bin", "obj", "node_modules", "import.new"];

    // Bytes that are not UTF-8 become U+FFFD, which the compiler refuses at its place; an exception here would have none.
    private static readonly UTF8Encoding Lenient = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    /// <summary>Reads the connector that a path names, or every connector below it, in the order of their paths.</summary>
    /// <param name="path">A connector's folder, its <c>connector.yaml</c>, or a folder that holds connectors.</param>
    /// <param name="codeNamespace">The C# namespace of the generated code; null derives it from owner and id.</param>
    /// <param name="allowCSharpScripts">Whether scripts in C# may run in this process: <see cref="ConnectorSources.AllowsCSharpScripts"/>.</param>
    /// <returns>One entry a connector, never none. Paths in it start with <paramref name="path"/> as it was given, with forward slashes.</returns>
    /// <exception cref="DefinitionFolderException">There is nothing at the path, no connector below it, or a file cannot be read.</exception>
    public static IReadOnlyList<ConnectorSources> Read(string path, string? codeNamespace = null, bool allowCSharpScripts = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return [.. Find(path).Select(folder => ReadFolder(folder, codeNamespace) with { AllowsCSharpScripts = allowCSharpScripts })];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DefinitionFolderException($"'{path}' cannot be read: {e.Message}", e);
        }
    }

    private static List<string> Find(string path)
    {
        if (File.Exists(path))
        {
            return DefinitionFiles.IsSettings(Slashed(path))
                ? [Path.GetDirectoryName(path) is { Length: > 0 } parent ? parent : "."]
                : throw new DefinitionFolderException($"'{path}' is not a connector. Name its folder, or the connector.yaml in it.");
        }

        if (!Directory.Exists(path))
        {
            throw new DefinitionFolderException($"There is no file or folder '{path}'{(Path.IsPathRooted(path) ? "" : $" in '{Directory.GetCurrentDirectory()}'")}.");
        }

        List<string> found = [];
        Search(Path.TrimEndingDirectorySeparator(path), found, 0);
        return found.Count > 0
            ? found
            : throw new DefinitionFolderException($"There is no connector.yaml or connector.json in '{path}' or below it.");
    }

    // A connector's own folders are not searched: what lies in them belongs to it.
    private static void Search(string folder, List<string> found, int depth)
    {
        if (IsConnector(folder))
        {
            found.Add(folder);
        }
        else if (depth < DepthLimit)
        {
            foreach (string child in Folders(folder))
            {
                Search(child, found, depth + 1);
            }
        }
    }

    private static bool IsConnector(string folder) => Directory.EnumerateFiles(folder).Any(f => DefinitionFiles.IsSettings(Slashed(f)));

    private static ConnectorSources ReadFolder(string folder, string? codeNamespace)
    {
        string shown = folder == "." ? "" : Slashed(folder.StartsWith("." + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? folder[2..] : folder);
        List<SourceFile> files = [];
        AddFiles(folder, shown, files, 0);
        return new ConnectorSources(shown, files.ToEquatableArray(), codeNamespace);
    }

    private static void AddFiles(string folder, string shown, List<SourceFile> files, int depth)
    {
        foreach (string file in Visible(Directory.EnumerateFiles(folder)).Where(IsRead))
        {
            if (new FileInfo(file).Length > FileLimit)
            {
                throw new DefinitionFolderException($"'{file}' is larger than {FileLimit / 1024 / 1024} MiB and is no definition.");
            }

            files.Add(new SourceFile(Below(shown, file), File.ReadAllText(file, Lenient)));
        }

        foreach (string child in depth < DepthLimit ? Folders(folder) : [])
        {
            AddFiles(child, Below(shown, child), files, depth + 1);
        }
    }

    // Guides, icons and project files are no input of the compiler.
    private static bool IsRead(string file) => DefinitionFiles.IsDefinition(file) || (Path.GetFileName(Path.GetDirectoryName(file)) == "scripts" && !IsLink(file));

    // A link could lead out of the folder, or round in a circle; a script from elsewhere is none of the connector's.
    private static bool IsLink(string path) => File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint);

    private static string Below(string shown, string path) => shown.Length == 0 ? Path.GetFileName(path) : $"{shown}/{Path.GetFileName(path)}";

    private static IEnumerable<string> Folders(string folder) => Visible(Directory.EnumerateDirectories(folder)).Where(p => !IsLink(p));

    private static IEnumerable<string> Visible(IEnumerable<string> paths) =>
        paths
            .Where(p => !Path.GetFileName(p).StartsWith('.') && !SkippedFolders.Contains(Path.GetFileName(p)))
            .Where(p => !File.GetAttributes(p).HasFlag(FileAttributes.Hidden))
            .Order(StringComparer.Ordinal);

    private static string Slashed(string path) => Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
}
