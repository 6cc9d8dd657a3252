using System.Diagnostics;
using Interactor.Compiler;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Corpus.Documents;
using Interactor.Import.Findings;

namespace Interactor.Corpus.Running;

/// <summary>Takes one document through all stages.</summary>
internal sealed class DocumentRun(CorpusOptions options)
{
    private const int MessageLimit = 5;

    private readonly CodeCheck _check = new(options.ImplicitUsings);

    public DocumentResult Run(CorpusDocument document, CancellationToken cancellation)
    {
        Stopwatch watch = Stopwatch.StartNew();
        ImportedDefinition imported = document.Import(cancellation);
        double import = watch.Elapsed.TotalMilliseconds;
        DocumentResult result = new()
        {
            Id = document.Id,
            Passed = false,
            DocumentBytes = document.Bytes,
            DefinitionBytes = imported.Files.Sum(f => (long)f.Text.Length),
            Milliseconds = new StageTimes(import, 0, 0),
            Findings = Count(imported.Findings.Select(f => f.Kind.ToString())),
        };
        ImportFinding[] errors = [.. imported.Findings.Where(f => f.Kind == FindingKind.Error)];
        if (imported.Files.Count == 0)
        {
            return Failed(result, "import", errors.Select(e => e.Rule.ToString()), errors.Select(e => e.ToString()));
        }

        watch.Restart();
        CompiledConnector compiled = ConnectorCompiler.Compile(new ConnectorSources("", imported.Files.ToEquatableArray()), cancellation);
        result = result with
        {
            Milliseconds = result.Milliseconds with { Generate = watch.Elapsed.TotalMilliseconds },
            CodeBytes = compiled.Files.Sum(f => (long)f.Text.Length),
            Actions = compiled.Bound.Model?.Actions.Count ?? 0,
            Datatypes = compiled.Bound.Model?.Datatypes.Count ?? 0,
        };
        if (options.WriteCode is { } folder)
        {
            CodeFolder.Write(Path.Combine(folder, CodeFolder.NameOf(document.Id)), imported.Files, compiled.Files);
        }

        Diagnostic[] findings = [.. compiled.Bound.Diagnostics.Where(d => d.Descriptor.Severity != DiagnosticSeverity.Info)];
        if (findings.Length > 0)
        {
            return Failed(result, "generate", findings.Select(d => d.Descriptor.Id), findings.Select(d => d.ToString()));
        }

        return options.Compile ? Compile(result, compiled, cancellation) : Passed(result);
    }

    private DocumentResult Compile(DocumentResult result, CompiledConnector compiled, CancellationToken cancellation)
    {
        Stopwatch watch = Stopwatch.StartNew();
        IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic> errors = _check.Compile("Connector", compiled.Files, cancellation);
        result = result with { Milliseconds = result.Milliseconds with { Compile = watch.Elapsed.TotalMilliseconds } };
        return errors.Count == 0 ? Passed(result) : Failed(result, "compile", errors.Select(e => e.Id), errors.Select(e => e.ToString()));
    }

    private static DocumentResult Passed(DocumentResult result) => result with { Passed = true, PeakBytes = PeakBytes() };

    private static DocumentResult Failed(DocumentResult result, string stage, IEnumerable<string> ids, IEnumerable<string> messages) =>
        result with { Stage = stage, Errors = Count(ids), Messages = [.. messages.Take(MessageLimit)], PeakBytes = PeakBytes() };

    private static Dictionary<string, int> Count(IEnumerable<string> items) =>
        items.GroupBy(i => i).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count());

    private static long PeakBytes()
    {
        using Process process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
