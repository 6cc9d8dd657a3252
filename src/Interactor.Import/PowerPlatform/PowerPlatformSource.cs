using Interactor.Import.Documents;

namespace Interactor.Import.PowerPlatform;

/// <summary>The files of a Power Platform connector.</summary>
/// <param name="Definition">apiDefinition.swagger.json.</param>
/// <param name="Properties">apiProperties.json; null where there is none.</param>
/// <param name="Script">The path of script.csx; null where there is none. It is never read.</param>
public sealed record PowerPlatformSource(DocumentSource Definition, DocumentSource? Properties, string? Script = null)
{
    private const string DefinitionName = "apiDefinition.swagger.json";
    private const string PropertiesName = "apiProperties.json";
    private const string ScriptName = "script.csx";

    /// <summary>Reads the files of a folder; null where it has no definition.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static PowerPlatformSource? FromFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);

        // People write the names in any case.
        string[] files = [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)];
        string? definition = Find(files, DefinitionName)
            ?? Array.Find(files, f => f.EndsWith(".swagger.json", StringComparison.OrdinalIgnoreCase))
            ?? Find(files, "apiDefinition.json");
        return definition is null
            ? null
            : new PowerPlatformSource(
                DocumentSource.FromFile(definition),
                Find(files, PropertiesName) is { } properties ? DocumentSource.FromFile(properties) : null,
                Find(files, ScriptName));
    }

    private static string? Find(string[] files, string name) =>
        Array.Find(files, f => string.Equals(Path.GetFileName(f), name, StringComparison.OrdinalIgnoreCase));
}
