using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Interactor.Generators.Tests.Driver;

/// <summary>Gives the generator the metadata of items, as MSBuild's editor configuration file does.</summary>
internal sealed class MetadataOptions : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(null);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(textFile as MemoryText);

    private sealed class Options(MemoryText? text) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            string? found = key switch
            {
                "build_metadata.AdditionalFiles.InteractorKind" => text?.Kind,
                "build_metadata.AdditionalFiles.InteractorNamespace" => text?.Namespace,
                _ => null,
            };
            value = found ?? "";
            return found is not null;
        }
    }
}
