using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;

namespace Interactor.Host.Connectors;

/// <summary>Reads what the settings of a connector say for catalogues. The compiler checked them, and keeps none of it because no code depends on it.</summary>
internal static class ListingReader
{
    private const int MostOfGuide = 1024 * 1024;

    /// <summary>What the definition in a folder says.</summary>
    public static ConnectorListing Read(ConnectorSources sources) => Read(sources, guide => GuideOf(sources.Folder, guide));

    /// <summary>What a definition says whose files are in the database.</summary>
    public static ConnectorListing Read(ConnectorSources sources, IReadOnlyDictionary<string, string> files) => Read(sources, files.GetValueOrDefault);

    private static ConnectorListing Read(ConnectorSources sources, Func<string, string?> guideAt)
    {
        SourceFile? file = sources.Files.FirstOrDefault(static file => DefinitionFiles.IsSettings(file.Path));
        return file is not null && DefinitionReader.Read(file, new DiagnosticBag()) is MappingNode settings
            ? new ConnectorListing(
                [.. (settings.Find("categories") as SequenceNode)?.Items.Select(static item => (item as ScalarNode)?.Text).OfType<string>() ?? []],
                (settings.Find("visibility") as ScalarNode)?.Text ?? ConnectorListing.None.Visibility,
                (settings.Find("guide") as ScalarNode)?.Text is { } guide ? guideAt(guide) : null)
            : ConnectorListing.None;
    }

    private static string? GuideOf(string folder, string guide)
    {
        string home = Path.GetFullPath(folder.Length == 0 ? "." : folder) + Path.DirectorySeparatorChar;
        FileInfo file = new(Path.GetFullPath(Path.Combine(home, guide)));

        // A definition of somebody else must not show files that lie outside of it, nor by a link.
        return file.FullName.StartsWith(home, StringComparison.Ordinal) && file is { Exists: true, LinkTarget: null, Length: <= MostOfGuide } ? File.ReadAllText(file.FullName) : null;
    }
}
