using Interactor.Cli.Output;
using Interactor.Compiler;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Import;
using Interactor.Import.Model;
using Interactor.Testing.Loading;

namespace Interactor.Cli.Importing;

/// <summary>The second half of every import: writes the folder, says what became of the document, and what the compiler thinks of the result.</summary>
internal sealed class FolderImport(CommandHost host, ImportSettings settings)
{
    private readonly OwnedFolder _folder = new(settings.Folder, settings.Force);

    /// <summary>Refuses a folder that is somebody else's, before any work is done.</summary>
    public void CheckFolder() => _folder.Check();

    /// <summary>Returns the exit code.</summary>
    /// <param name="source">The document's path.</param>
    public int Finish(string source, ImportResult result, CancellationToken cancellation)
    {
        FindingReport report = new(result.Findings);
        if (result.Connector is not { } connector)
        {
            report.WriteErrors(host.Out);
            WriteReport(source, result, null);
            host.Error.WriteLine("Nothing was written.");
            return ExitCode.Failure;
        }

        FolderResult written;
        using (Progress.Start(host, $"Writing {settings.Folder}"))
        {
            written = _folder.Write(connector, Path.GetFileName(source), ToolVersion.Text, cancellation);
        }

        report.Write(host.Out);
        ChangeReport.Write(host.Out, written, settings.Folder);
        WriteReport(source, result, written);
        host.Error.WriteLine(
            $"Imported '{connector.Owner}/{connector.Id}': {Sizes(connector)}; {Count.Of(written.Plan.Written.Count, "file")} written, {written.Plan.Unchanged} unchanged.");
        return Compile(cancellation);
    }

    private int Compile(CancellationToken cancellation)
    {
        List<Diagnostic> findings = [];
        using (Progress.Start(host, "Compiling"))
        {
            foreach (ConnectorSources sources in DefinitionFolder.Read(settings.Folder))
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
        string result = errors + warnings == 0 ? "it compiles" : $"{Count.Of(errors, "error")}, {Count.Of(warnings, "warning")}";
        host.Error.WriteLine($"Compiler: {result}{(notes > 0 ? $"; {Count.Of(notes, "note")} ('interactor check' lists them)" : "")}.");
        return errors > 0 ? ExitCode.Failure : ExitCode.Good;
    }

    private static string Sizes(ImportedConnector connector)
    {
        string sizes = $"{Count.Of(connector.Actions.Count, "action")}, {Count.Of(connector.Datatypes.Count, "datatype")}";
        return connector.Subscriptions.Count == 0 ? sizes : $"{sizes}, {Count.Of(connector.Subscriptions.Count, "subscription")}";
    }

    private void WriteReport(string source, ImportResult result, FolderResult? written)
    {
        if (settings.Report is { } path)
        {
            ReportFile.Write(path, source, result, written);
        }
    }
}
