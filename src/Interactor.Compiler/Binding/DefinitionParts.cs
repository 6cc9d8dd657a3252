using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Binding;

/// <summary>Reads the files of a connector and gathers their parts: a part may stand in a file of its own or in <c>connector.yaml</c>.</summary>
internal sealed class DefinitionParts
{
    private static readonly string[] SharedKeys = ["variables", "datatypes", "scripts", "actions", "subscriptions", "tests"];

    private readonly BindingContext _context;
    private readonly Dictionary<string, Dictionary<string, MappingEntry>> _seen = new(StringComparer.Ordinal);

    private DefinitionParts(BindingContext context) => _context = context;

    /// <summary>The mapping of <c>connector.yaml</c>.</summary>
    public MappingReader? Settings { get; private set; }

    /// <summary>The names that a file gives to types and members; null where there is none.</summary>
    public SyntaxNode? Names { get; private set; }

    public List<MappingEntry> Variables { get; } = [];

    public List<MappingEntry> Datatypes { get; } = [];

    public List<MappingEntry> Scripts { get; } = [];

    /// <summary>The files in <c>scripts/</c>, with the paths by which scripts name them.</summary>
    public List<(string Path, SourceFile File)> ScriptFiles { get; } = [];

    /// <summary>Actions with the key or the file name that names each.</summary>
    public List<(SyntaxNode Node, ScalarNode? Key, string? FileName)> Actions { get; } = [];

    public List<SyntaxNode> Tests { get; } = [];

    /// <summary>Subscriptions with the key that names each; null where <c>id</c> does.</summary>
    public List<(SyntaxNode Node, ScalarNode? Key)> Subscriptions { get; } = [];

    public static DefinitionParts Read(ConnectorSources sources, BindingContext context)
    {
        DefinitionParts parts = new(context);
        foreach (SourceFile file in sources.Files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            parts.Add(file, Relative(file.Path, sources.Folder));
        }

        return parts;
    }

    private void Add(SourceFile file, string path)
    {
        string folder = path.IndexOf('/') is var slash and > 0 ? path.Substring(0, slash) : "";
        bool isDefinition = DefinitionFiles.IsDefinition(path);
        switch (folder)
        {
            case "" when isDefinition && DefinitionFiles.NameOf(path) == DefinitionFiles.Settings:
                AddSettings(file);
                break;
            case "" when isDefinition && DefinitionFiles.NameOf(path) is "variables" or "datatypes" or "scripts":
                AddFragment(file, DefinitionFiles.NameOf(path));
                break;
            case "" when path == DefinitionFiles.NamesFile:
                Names = DefinitionReader.Read(file, _context.Diagnostics);
                break;
            case "datatypes" or "tests" when isDefinition:
                AddFragment(file, folder);
                break;
            case "actions" when isDefinition:
                if (DefinitionReader.Read(file, _context.Diagnostics) is { } action)
                {
                    Actions.Add((action, null, DefinitionFiles.NameOf(path)));
                }

                break;
            case "subscriptions" when isDefinition:
                if (DefinitionReader.Read(file, _context.Diagnostics) is { } subscription)
                {
                    Subscriptions.Add((subscription, null));
                }

                break;
            case "scripts":
                ScriptFiles.Add((path, file));
                break;
            default:
                ReportUnexpected(file, path, folder);
                break;
        }
    }

    // JSON files of other tools may lie in the folder; YAML there is meant for the connector.
    private void ReportUnexpected(SourceFile file, string path, string folder)
    {
        if (DefinitionFiles.IsDefinition(path) && !path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            string[] known = folder.Length == 0 ? [DefinitionFiles.Settings, "variables", "datatypes", "scripts"] : ["datatypes", "actions", "tests", "subscriptions", "scripts"];
            string name = folder.Length == 0 ? DefinitionFiles.NameOf(path) : folder;
            _context.Diagnostics.Report(StructureDiagnostics.UnexpectedFile, file.Locate(default), path, Nearest.Hint(name, known));
        }
    }

    private void AddSettings(SourceFile file)
    {
        if (DefinitionReader.Read(file, _context.Diagnostics) is not { } root || _context.ReadMapping(root, "a connector") is not { } reader)
        {
            return;
        }

        if (Settings is { } first)
        {
            _context.Report(StructureDiagnostics.DuplicateDefinition, root, "file", DefinitionFiles.Settings, first.Node.File.Path);
            return;
        }

        Settings = reader;
        foreach (string key in SharedKeys)
        {
            AddPart(key, reader.Take(key));
        }
    }

    // A file such as variables.yaml holds the same key that connector.yaml would.
    private void AddFragment(SourceFile file, string key)
    {
        if (DefinitionReader.Read(file, _context.Diagnostics) is { } root && _context.ReadMapping(root, $"a file of {key}") is { } reader)
        {
            AddPart(key, reader.Require(key));
            reader.Done();
        }
    }

    private void AddPart(string key, SyntaxNode? node)
    {
        switch (key)
        {
            case "variables":
                AddEntries("variable", node, Variables);
                break;
            case "datatypes":
                AddEntries("datatype", node, Datatypes);
                break;
            case "scripts":
                AddEntries("script", node, Scripts);
                break;
            case "actions":
                AddActions(node);
                break;
            case "subscriptions":
                Subscriptions.AddRange(_context.ReadEntries(node, "'subscriptions'").Select(e => (e.Value, (ScalarNode?)e.Key)));
                break;
            case "tests" when node is not null:
                Tests.Add(node);
                break;
        }
    }

    private void AddActions(SyntaxNode? node)
    {
        if (node is SequenceNode sequence)
        {
            Actions.AddRange(sequence.Items.Select(i => (i, (ScalarNode?)null, (string?)null)));
            return;
        }

        Actions.AddRange(_context.ReadEntries(node, "'actions'").Select(e => (e.Value, (ScalarNode?)e.Key, (string?)null)));
    }

    private void AddEntries(string kind, SyntaxNode? node, List<MappingEntry> entries)
    {
        if (!_seen.TryGetValue(kind, out Dictionary<string, MappingEntry>? seen))
        {
            _seen[kind] = seen = new Dictionary<string, MappingEntry>(StringComparer.Ordinal);
        }

        foreach (MappingEntry entry in _context.ReadEntries(node, $"'{kind}s'"))
        {
            if (seen.TryGetValue(entry.Key.Text, out MappingEntry first))
            {
                _context.Report(StructureDiagnostics.DuplicateDefinition, entry.Key, kind, entry.Key.Text, first.Key.Location.ToString());
                continue;
            }

            seen[entry.Key.Text] = entry;
            entries.Add(entry);
        }
    }

    private static string Relative(string path, string folder) =>
        folder.Length > 0 && path.StartsWith(folder + "/", StringComparison.Ordinal) ? path.Substring(folder.Length + 1) : path;
}
