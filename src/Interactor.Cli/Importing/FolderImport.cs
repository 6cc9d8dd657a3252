using Interactor.Cli.Output;
using Interactor.Compiler;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Import;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Testing.Loading;

namespace Interactor.Cli.Importing;

/// <summary>The second half of every import: writes folders, says what became of the document, and what the compiler thinks of the result.</summary>
internal sealed class FolderImport(CommandHost host, ImportSettings settings)
{
    /// <summary>Refuses a folder that is somebody else's, before any work is done.</summary>
    /// <param name="source">The document's path.</param>
    public void CheckFolder(string source) => new OwnedFolder(settings.Folder, settings.Force).Check(Path.GetFileName(source));

    /// <summary>Finishes an import that gives one connector. Returns the exit code.</summary>
    /// <param name="source">The document's path.</param>
    public int Finish(string source, ImportResult result, CancellationToken cancellation) =>
        result.Connector is { } connector
            ? Finish(source, [(settings.Folder, connector)], result.Findings, cancellation)
            : Refuse(source, result.Reasons, result.Findings);

    /// <summary>Finishes an import that gives connectors, each with the folder for it.</summary>
    public int Finish(
        string source, IReadOnlyList<(string Folder, ImportedConnector Connector)> connectors, IReadOnlyList<ImportFinding> findings, CancellationToken cancellation)
    {
        if (connectors.Count == 0)
        {
            return Refuse(source, findings.Where(f => f.Kind == FindingKind.Error), findings);
        }

        List<FolderResult> written = Write(source, connectors, cancellation);
        new FindingReport(findings).Write(host.Out);
        foreach (FolderResult folder in written)
        {
            ChangeReport.Write(host.Out, folder);
        }

        WriteReport(source, findings, written);
        host.Error.WriteLine(
            $"Imported {Sizes(connectors)}; {Count.Of(written.Sum(w => w.Plan.Written.Count), "file")} written, {written.Sum(w => w.Plan.Unchanged)} unchanged{Left(written)}.");
        return Compile(written, cancellation);
    }

    // The reasons alone, a line each, as the compiler writes its own.
    private int Refuse(string source, IEnumerable<ImportFinding> reasons, IReadOnlyList<ImportFinding> findings)
    {
        foreach (ImportFinding reason in reasons)
        {
            host.Out.WriteLine(FindingReport.Line(reason));
        }

        WriteReport(source, findings, []);
        host.Error.WriteLine("Nothing was written.");
        return ExitCode.Failure;
    }

    private List<FolderResult> Write(string source, IReadOnlyList<(string Folder, ImportedConnector Connector)> connectors, CancellationToken cancellation)
    {
        using Progress progress = Progress.Start(host, $"Writing {settings.Folder}");
        List<FolderResult> written = [];
        foreach ((string folder, ImportedConnector connector) in connectors)
        {
            written.Add(new OwnedFolder(folder, settings.Force).Write(connector, Path.GetFileName(source), ToolVersion.Text, cancellation));
        }

        return written;
    }

    private int Compile(List<FolderResult> written, CancellationToken cancellation)
    {
        List<Diagnostic> findings = [];
        using (Progress.Start(host, "Compiling"))
        {
            foreach (ConnectorSources sources in written.SelectMany(w => DefinitionFolder.Read(w.Folder, allowCSharpScripts: true)))
            {
                findings.AddRange(ConnectorCompiler.Compile(sources, cancellation).Bound.Diagnostics);
            }
        }

        foreach (Diagnostic finding in findings.Where(f => f.Descriptor.Severity != DiagnosticSeverity.Info))
        {
            host.Out.WriteLine(finding.ToString());
        }

        int errors = findings.Count(f => f.Descriptor.Severity == DiagnosticSeverity.Error);
        int warnings = findings.Count(f => f.Descriptor.Severity == DiagnosticSeverity.Warning);
        int notes = findings.Count - errors - warnings;
        string good = written.Count == 1 ? "it compiles" : "all of them compile";
        string result = errors + warnings == 0 ? good : $"{Count.Of(errors, "error")}, {Count.Of(warnings, "warning")}";
        host.Error.WriteLine($"Compiler: {result}{(notes > 0 ? $"; {Count.Of(notes, "note")} ('interactor check' lists them)" : "")}.");
        return errors > 0 ? ExitCode.Failure : ExitCode.Good;
    }

    // What people have made of files is never out of sight, however often the import is repeated.
    private static string Left(List<FolderResult> written)
    {
        LeftFile[] left = [.. written.SelectMany(w => w.Left)];
        int conflicts = left.Count(f => f.HasNewText || f.IsGone);
        return left.Length == 0 ? "" : $", {left.Length} kept as people made them{(conflicts > 0 ? $" ({conflicts} to be compared)" : "")}";
    }

    private static string Sizes(IReadOnlyList<(string Folder, ImportedConnector Connector)> connectors)
    {
        string what = connectors is [(_, var only)] ? $"'{only.Owner}/{only.Id}'" : Count.Of(connectors.Count, "connector");
        int subscriptions = connectors.Sum(c => c.Connector.Subscriptions.Count);
        string sizes = $"{what}: {Count.Of(connectors.Sum(c => c.Connector.Actions.Count), "action")}, {Count.Of(connectors.Sum(c => c.Connector.Datatypes.Count), "datatype")}";
        return subscriptions == 0 ? sizes : $"{sizes}, {Count.Of(subscriptions, "subscription")}";
    }

    private void WriteReport(string source, IReadOnlyList<ImportFinding> findings, IReadOnlyList<FolderResult> written)
    {
        if (settings.Report is { } path)
        {
            ReportFile.Write(path, source, findings, written);
        }
    }
}
