using Interactor.Compiler.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Diagnostic = Interactor.Compiler.Diagnostics.Diagnostic;
using Encoding = System.Text.Encoding;

namespace Interactor.Generators.Schemas;

/// <summary>Compiles the JSON Schemas among a project's additional files, those of one namespace together.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class JsonSchemaGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<SchemaFile> files = ReadFiles(context);
        IncrementalValuesProvider<BoundGroup> bound = files
            .Collect()
            .SelectMany(static (all, _) => SchemaGroup.Of(all))
            .WithTrackingName(TrackingNames.SchemaGroup)
            .Select(static (group, cancellation) => BoundGroup.Of(group, cancellation))
            .WithTrackingName(TrackingNames.BoundSchemas);
        IncrementalValuesProvider<EmittedConnector> emitted = bound
            .Where(static group => group.Model is not null)
            .Select(static (group, _) => group.Model!)
            .WithTrackingName(TrackingNames.SchemaModel)
            .Select(static (model, cancellation) => GuardedCompiler.Emit(model.Namespace, model, static (m, c) => JsonSchemaEmitter.Emit(m, c), cancellation))
            .WithTrackingName(TrackingNames.EmittedSchemas);

        context.RegisterSourceOutput(
            emitted,
            static (output, group) =>
            {
                foreach (GeneratedFile file in group.Files)
                {
                    output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
                }
            });
        Report(context, files.SelectMany(static (file, _) => file.Diagnostics));
        Report(context, bound.SelectMany(static (group, _) => group.Diagnostics));
        Report(context, emitted.SelectMany(static (group, _) => group.Diagnostics));
    }

    private static IncrementalValuesProvider<SchemaFile> ReadFiles(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider
            .Collect()
            .Combine(context.AnalyzerConfigOptionsProvider)
            .SelectMany(static (pair, _) => pair.Left.Select(text => JsonSchemaItem.Find(text, pair.Right)).OfType<JsonSchemaItem>())
            .Select(static (item, cancellation) => SchemaFile.Read(item, cancellation))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(TrackingNames.SchemaFile);

    private static void Report(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Diagnostic> diagnostics) =>
        context.RegisterSourceOutput(
            diagnostics.WithTrackingName(TrackingNames.SchemaDiagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(RoslynDiagnostic.Of(diagnostic)));
}
