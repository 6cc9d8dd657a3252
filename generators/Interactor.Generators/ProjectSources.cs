using System.Collections.Immutable;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Diagnostic = Interactor.Compiler.Diagnostics.Diagnostic;

namespace Interactor.Generators;

/// <summary>The definition files of a project, each with the connector that it belongs to.</summary>
/// <param name="Connectors">In the order of their folders.</param>
internal sealed record ProjectSources(EquatableArray<ConnectorSources> Connectors, EquatableArray<Diagnostic> Diagnostics)
{
    /// <summary>Groups files by the nearest folder that holds a <c>connector.yaml</c>.</summary>
    public static ProjectSources Of(ImmutableArray<DefinitionFile> files)
    {
        DefinitionFile[] sorted = [.. files.OrderBy(f => f.Source.Path, StringComparer.Ordinal)];
        Dictionary<string, DefinitionFile> settings = new(StringComparer.Ordinal);
        foreach (DefinitionFile file in sorted.Where(f => DefinitionFiles.IsSettings(f.Source.Path)))
        {
            settings[FolderOf(file.Source.Path)] = file;
        }

        ILookup<string?, DefinitionFile> byFolder = sorted.ToLookup(f => NearestFolder(f.Source.Path, settings));
        EquatableArray<ConnectorSources> connectors = settings.Keys
            .OrderBy(folder => folder, StringComparer.Ordinal)
            .Select(folder => new ConnectorSources(folder, byFolder[folder].Select(f => f.Source).ToEquatableArray(), settings[folder].Namespace)
            {
                AllowsCSharpScripts = settings[folder].AllowsCSharpScripts,
            })
            .ToEquatableArray();
        return new ProjectSources(connectors, Orphans([.. byFolder[null]]));
    }

    // One finding for all of them: they have one cause.
    private static EquatableArray<Diagnostic> Orphans(DefinitionFile[] orphans)
    {
        DiagnosticBag diagnostics = new();
        if (orphans.Length > 0)
        {
            string others = orphans.Length == 1 ? "" : $" Nor do {orphans.Length - 1} more files.";
            diagnostics.Report(StructureDiagnostics.NoConnectorFile, orphans[0].Source.Locate(default), Path.GetFileName(orphans[0].Source.Path), others);
        }

        return diagnostics.ToSorted();
    }

    private static string? NearestFolder(string path, Dictionary<string, DefinitionFile> settings)
    {
        for (string folder = FolderOf(path); ; folder = FolderOf(folder))
        {
            if (settings.ContainsKey(folder))
            {
                return folder;
            }

            if (folder.Length == 0)
            {
                return null;
            }
        }
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is var slash and > 0 ? path.Substring(0, slash) : "";
}
