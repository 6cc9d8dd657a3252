using System.CommandLine;
using Interactor.Cli.Output;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Testing.Loading;

namespace Interactor.Cli.Commands;

/// <summary><c>interactor check</c>: what the compiler finds in definitions.</summary>
internal static class CheckCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string[]> paths = PathArguments.Several();
        Option<string> format = new("--format", "-f") { Description = "How findings are written.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "sarif");
        Command command = new("check", "Compiles definitions and reports every finding with its file, line and column.") { paths, format };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(host, parsed.GetRequiredValue(paths), parsed.GetRequiredValue(format), cancellation)));
        return command;
    }

    private static int Run(CommandHost host, string[] paths, string format, CancellationToken cancellation)
    {
        IReadOnlyList<ConnectorSources> connectors = PathArguments.Read(paths);
        List<Diagnostic> findings = [];
        using (Progress.Start(host, "Checking"))
        {
            foreach (ConnectorSources sources in connectors)
            {
                cancellation.ThrowIfCancellationRequested();
                findings.AddRange(DefinitionCheck.Run(sources, cancellation));
            }
        }

        if (format == "sarif")
        {
            host.Out.WriteLine(SarifReport.Of(findings));
        }
        else
        {
            foreach (Diagnostic finding in findings)
            {
                host.Out.WriteLine(finding.ToString());
            }
        }

        int errors = findings.Count(f => f.Descriptor.Severity == DiagnosticSeverity.Error);
        int warnings = findings.Count(f => f.Descriptor.Severity == DiagnosticSeverity.Warning);
        int notes = findings.Count - errors - warnings;
        string result = findings.Count == 0 ? "no findings"
            : $"{Count.Of(errors, "error")}, {Count.Of(warnings, "warning")}{(notes > 0 ? $", {Count.Of(notes, "note")}" : "")}";
        host.Error.WriteLine($"{Count.Of(connectors.Count, "connector")}: {result}.");
        return errors > 0 ? ExitCode.Failure : ExitCode.Good;
    }
}
