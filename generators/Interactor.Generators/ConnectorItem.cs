using Interactor.Compiler.Binding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Interactor.Generators;

/// <summary>An additional file that the project lists as a part of a connector.</summary>
/// <param name="Namespace">The namespace that the project gives the connector.</param>
/// <param name="AllowsCSharpScripts">Whether the project takes scripts in C#, whose files it compiles itself.</param>
internal sealed record ConnectorItem(AdditionalText Text, string? Namespace, bool AllowsCSharpScripts)
{
    private const string Metadata = "build_metadata.AdditionalFiles.";

    /// <summary>The item, or null where the file is something else: another generator's, a guide or an icon.</summary>
    public static ConnectorItem? Find(AdditionalText text, AnalyzerConfigOptionsProvider provider)
    {
        AnalyzerConfigOptions options = provider.GetOptions(text);
        if (!options.TryGetValue(Metadata + "InteractorKind", out string? kind) || kind != "Connector" || !IsRead(text.Path))
        {
            return null;
        }

        bool isNamed = options.TryGetValue(Metadata + "InteractorNamespace", out string? name) && !string.IsNullOrWhiteSpace(name);
        bool isRefused = provider.GlobalOptions.TryGetValue("build_property.InteractorAllowCSharpScripts", out string? allowed)
            && string.Equals(allowed.Trim(), "false", StringComparison.OrdinalIgnoreCase);
        return new ConnectorItem(text, isNamed ? name!.Trim() : null, !isRefused);
    }

    // The text of a script becomes a part of the connector.
    private static bool IsRead(string path) => DefinitionFiles.IsDefinition(path) || IsScript(path);

    private static bool IsScript(string path) =>
        Path.GetExtension(path) is ".cs" or ".js" && Path.GetFileName(Path.GetDirectoryName(path)) == "scripts";
}
