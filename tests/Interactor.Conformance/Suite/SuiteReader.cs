using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas;
using Interactor.Compiler.Text;
using Interactor.Conformance.Running;

namespace Interactor.Conformance.Suite;

/// <summary>Finds the case files and the remote documents of a suite, whichever part of one a folder is.</summary>
internal sealed class SuiteReader
{
    private const string RemoteHome = "http://localhost:1234/";

    private readonly List<SuiteFile> _files = [];
    private readonly List<string> _notes = [];

    private SuiteReader(IReadOnlyList<SchemaDocument> remotes) => Remotes = remotes;

    /// <summary>In the order of drafts and paths.</summary>
    public IReadOnlyList<SuiteFile> Files => _files;

    /// <summary>Documents at <c>http://localhost:1234/</c>.</summary>
    public IReadOnlyList<SchemaDocument> Remotes { get; }

    /// <summary>What was left out, and why.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <param name="path">A suite's root, its folder of drafts, one draft, a folder of case files, or one case file.</param>
    /// <param name="draft">Only this draft; the dialect of a folder that is called like none.</param>
    public static SuiteReader Read(string path, string? draft)
    {
        path = Path.GetFullPath(path);
        string tests = Directory.Exists(Path.Combine(path, "tests")) ? Path.Combine(path, "tests") : path;
        SuiteReader reader = new(ReadRemotes(tests));
        Draft? wanted = draft is null ? null : Draft.Find(draft);
        Draft? around = DraftAround(tests);
        if (wanted is not null && around is not null && wanted != around)
        {
            reader._notes.Add($"skipped: {path}: has the cases of {around.Name}, and {wanted.Name} is asked for");
            return reader;
        }

        if (File.Exists(tests))
        {
            reader.AddFile(tests, Path.GetDirectoryName(tests)!, wanted ?? around ?? Draft.Newest);
            return reader;
        }

        string[] folders = [.. Directory.EnumerateDirectories(tests).Order(StringComparer.Ordinal)];
        if (!folders.Any(f => IsDraftName(Path.GetFileName(f))))
        {
            reader.AddFolder(tests, wanted ?? around ?? Draft.Newest);
            return reader;
        }

        foreach (string folder in folders)
        {
            string name = Path.GetFileName(folder);
            if (Draft.Find(name) is { } known)
            {
                if (wanted is null || wanted == known)
                {
                    reader.AddFolder(folder, known);
                }
            }
            else if (wanted is null)
            {
                reader._notes.Add($"skipped: {name}: not a draft that is supported");
            }
        }

        return reader;
    }

    private static bool IsDraftName(string name) => Draft.Find(name) is not null || name.StartsWith("draft", StringComparison.Ordinal);

    // Null where no folder on the way is called like one.
    private static Draft? DraftAround(string path) =>
        path.Split(Path.DirectorySeparatorChar).Reverse().Select(Draft.Find).FirstOrDefault(d => d is not null);

    private void AddFolder(string folder, Draft draft)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            AddFile(file, folder, draft);
        }
    }

    private void AddFile(string file, string folder, Draft draft)
    {
        string section = Slashed(Path.GetRelativePath(folder, Path.GetDirectoryName(file)!));
        (IReadOnlyList<SuiteCase> cases, string? problem) = CaseFileReader.Read(file);
        string name = $"{draft.Name}/{Slashed(Path.GetRelativePath(folder, file))}";
        _files.Add(new SuiteFile(draft, section == "." ? SuiteFile.Required : section, name, cases, problem));
    }

    // They lie beside the folder of tests, however deep in it the path is.
    private static List<SchemaDocument> ReadRemotes(string path)
    {
        for (string? around = path; around is not null; around = Path.GetDirectoryName(around))
        {
            string folder = Path.Combine(around, "remotes");
            if (Directory.Exists(folder))
            {
                return [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => ReadRemote(f, folder))];
            }
        }

        return [];
    }

    private static SchemaDocument ReadRemote(string file, string folder)
    {
        string name = Slashed(Path.GetRelativePath(folder, file));
        return new SchemaDocument(new SourceFile("remotes/" + name, File.ReadAllText(file)), new[] { RemoteHome + name }.ToEquatableArray());
    }

    private static string Slashed(string path) => path.Replace(Path.DirectorySeparatorChar, '/');
}
