using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Interactor.Generators.Tests.Driver;

/// <summary>Gives the generator the metadata of items, as MSBuild's editor configuration file does.</summary>
/// <param name="allowsCSharp">The property that allows scripts in C#; null where the project says nothing.</param>
internal sealed class MetadataOptions(string? allowsCSharp) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(null, allowsCSharp);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(textFile as MemoryText, allowsCSharp);

    private sealed class Options(MemoryText? text, string? allowsCSharp) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            const string metadata = "build_metadata.AdditionalFiles.Interactor";
            string? found = key.StartsWith(metadata, StringComparison.Ordinal) ? text?.Metadata(key[metadata.Length..])
                : key == "build_property.RootNamespace" ? "Root"
                : key == "build_property.InteractorAllowCSharpScripts" ? allowsCSharp
                : key == "build_property.ProjectDir" ? "/home/me/app/"
                : null;
            value = found ?? "";
            return found is not null;
        }
    }
}
