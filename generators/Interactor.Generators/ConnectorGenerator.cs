using Interactor.Compiler.Emit;
using Interactor.Compiler.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Diagnostic = Interactor.Compiler.Diagnostics.Diagnostic;
using Encoding = System.Text.Encoding;

namespace Interactor.Generators;

/// <summary>
/// Compiles the connector definitions among a project's additional files. Every step gives values that compare, and
/// none looks at the project's C#, so that an edit costs only what depends on it.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ConnectorGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ProjectSources> project = ReadFiles(context)
            .Collect()
            .Select(static (files, _) => ProjectSources.Of(files))
            .WithTrackingName(TrackingNames.Project);
        IncrementalValuesProvider<BoundSources> bound = project
            .SelectMany(static (sources, _) => sources.Connectors)
            .WithTrackingName(TrackingNames.Connector)
            .Select(static (sources, cancellation) => GuardedCompiler.Bind(sources, cancellation))
            .WithTrackingName(TrackingNames.Bound);
        IncrementalValueProvider<EquatableArray<RefusedConnector>> refused = bound
            .Collect()
            .Select(static (connectors, _) => RefusedConnector.Among(connectors))
            .WithTrackingName(TrackingNames.Duplicates);
        IncrementalValuesProvider<EmittedConnector> emitted = bound
            .Combine(refused)
            .Where(static pair => pair.Left.Bound.Model is not null && !pair.Right.Any(r => r.Folder == pair.Left.Sources.Folder))
            .Select(static (pair, _) => pair.Left.Bound.Model!)
            .WithTrackingName(TrackingNames.Model)
            .Select(static (model, cancellation) => GuardedCompiler.Emit(model, cancellation))
            .WithTrackingName(TrackingNames.Emitted);

        AddSources(context, emitted);
        Report(context, project.SelectMany(static (sources, _) => sources.Diagnostics));
        Report(context, bound.SelectMany(static (connector, _) => connector.Bound.Diagnostics));
        Report(context, bound.SelectMany(static (connector, cancellation) => GuardedCompiler.CheckScripts(connector, cancellation)));
        Report(context, refused.SelectMany(static (connectors, _) => connectors.Select(c => c.Diagnostic)));
        Report(context, emitted.SelectMany(static (connector, _) => connector.Diagnostics));
    }

    // The text is read in a step of its own, because the options change more often than the files do.
    private static IncrementalValuesProvider<DefinitionFile> ReadFiles(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider
            .Collect()
            .Combine(context.AnalyzerConfigOptionsProvider)
            .SelectMany(static (pair, _) => pair.Left.Select(text => ConnectorItem.Find(text, pair.Right)).OfType<ConnectorItem>())
            .Select(static (item, cancellation) => DefinitionFile.Read(item, cancellation))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(TrackingNames.File);

    // One output a connector, not one a file: the driver's own work grows with the number of outputs.
    private static void AddSources(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<EmittedConnector> emitted) =>
        context.RegisterSourceOutput(
            emitted,
            static (output, connector) =>
            {
                foreach (GeneratedFile file in connector.Files)
                {
                    output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
                }
            });

    private static void Report(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Diagnostic> diagnostics) =>
        context.RegisterSourceOutput(
            diagnostics.WithTrackingName(TrackingNames.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(RoslynDiagnostic.Of(diagnostic)));
}
