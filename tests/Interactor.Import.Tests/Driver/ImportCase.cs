using Interactor.Compiler;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Text;
using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.OpenApi;
using Interactor.Import.Overlays;
using Interactor.Import.Writing;

namespace Interactor.Import.Tests.Driver;

/// <summary>An import of a document that stands in a test. Whatever it gives has to compile.</summary>
internal sealed class ImportCase
{
    private ImportCase(ImportResult result)
    {
        Result = result;
        Json = result.Connector is null ? "" : ConnectorFileWriter.Write(result.Connector);
    }

    public ImportResult Result { get; }

    public ImportedConnector Connector => Result.Connector ?? throw new InvalidOperationException(string.Join('\n', Result.Findings));

    /// <summary>The definition in one file.</summary>
    public string Json { get; }

    /// <summary>What is to be said about the document, without what landed exactly.</summary>
    public string Findings => string.Concat(Result.Findings.Where(f => f.Kind != FindingKind.Exact).Select(f => f + "\n"));

    public static ImportCase Of(string text, OpenApiImportOptions? options = null, string path = "api.json") =>
        Of(new DocumentSource(path, text), options);

    public static ImportCase Of(DocumentSource source, OpenApiImportOptions? options = null) =>
        Of(OpenApiImporter.Import(source, options, TestContext.Current.CancellationToken));

    /// <summary>The same with an overlay.</summary>
    public static ImportCase WithOverlay(string text, string overlay) => Of(
        new OverlayFile("api.overlay.yaml", overlay)
            .ApplyTo(OpenApiImporter.Import(new DocumentSource("api.json", text), null, TestContext.Current.CancellationToken)));

    /// <summary>The same for the result of any importer.</summary>
    public static ImportCase Of(ImportResult imported)
    {
        ImportCase result = new(imported);
        if (result.Result.Connector is not null)
        {
            DefinitionFile whole = new("connector.json", result.Json);
            Assert.Empty(NamesFileWriter.Write(result.Connector) is { } names ? Compile(whole, names) : Compile(whole));
            Assert.Empty(Compile([.. ConnectorFolderWriter.Write(result.Connector)]));
        }

        return result;
    }

    public ImportedAction Action(string id) => Assert.Single(Connector.Actions, a => a.Id == id);

    public IEnumerable<string> Rules => Result.Findings.Where(f => f.Kind != FindingKind.Exact).Select(f => f.Rule);

    private static IEnumerable<string> Compile(params DefinitionFile[] files)
    {
        SourceFile[] sources = [.. files.Where(f => !f.Path.EndsWith(".md", StringComparison.Ordinal)).Select(f => new SourceFile("c/" + f.Path, f.Text))];
        CompiledConnector compiled = ConnectorCompiler.Compile(new ConnectorSources("c", sources.ToEquatableArray()));
        return compiled.Bound.Diagnostics.Where(d => d.Descriptor.Severity != DiagnosticSeverity.Info).Select(d => d.ToString());
    }
}
