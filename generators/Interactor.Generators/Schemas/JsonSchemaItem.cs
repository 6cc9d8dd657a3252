using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Interactor.Generators.Schemas;

/// <summary>An additional file that the project lists as a JSON Schema, with what it says about it.</summary>
/// <param name="ProjectFolder">The folder that paths in generated code are relative to.</param>
internal sealed record JsonSchemaItem(
    AdditionalText Text,
    string ProjectFolder,
    string Namespace,
    string? TypeName,
    string? Dialect,
    string? AssertFormat,
    string? AssertContent)
{
    private const string Metadata = "build_metadata.AdditionalFiles.Interactor";
    private const string OtherwiseNamespace = "Schemas";

    /// <summary>The item, or null where the file is something else.</summary>
    public static JsonSchemaItem? Find(AdditionalText text, AnalyzerConfigOptionsProvider provider)
    {
        AnalyzerConfigOptions options = provider.GetOptions(text);
        return Value(options, Metadata + "Kind") == "JsonSchema"
            ? new JsonSchemaItem(
                text,
                AdditionalSource.Slashed(Value(provider.GlobalOptions, "build_property.ProjectDir") ?? ""),
                Value(options, Metadata + "Namespace") ?? Value(provider.GlobalOptions, "build_property.RootNamespace") ?? OtherwiseNamespace,
                Value(options, Metadata + "TypeName"),
                Value(options, Metadata + "Dialect"),
                Value(options, Metadata + "AssertFormat"),
                Value(options, Metadata + "AssertContent"))
            : null;
    }

    private static string? Value(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out string? value) && !string.IsNullOrWhiteSpace(value) ? value!.Trim() : null;
}
