using System.CommandLine;
using System.Text.RegularExpressions;
using Interactor.Cli.Output;
using Interactor.Compiler;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;

namespace Interactor.Cli.Commands;

/// <summary><c>interactor build</c>: the C# that the generator gives at build, as files.</summary>
internal static class BuildCommand
{
    private static readonly Regex NamespaceForm = new(@"^[\p{L}_][\p{L}\p{Nd}_]*(\.[\p{L}_][\p{L}\p{Nd}_]*)*$", RegexOptions.CultureInvariant);

    public static Command Create(CommandHost host)
    {
        Argument<string[]> paths = PathArguments.Several();
        Option<string> output = new("--output", "-o") { Description = "The folder to write to; each connector gets one in it.", HelpName = "DIR", Required = true };
        Option<string> codeNamespace = new("--namespace", "-n") { Description = "The C# namespace; made of owner and id unless given.", HelpName = "N" };
        Command command = new("build", "Compiles definitions to C# files, the same as the source generator gives.") { paths, output, codeNamespace };
        command.SetAction((parsed, cancellation) => Task.FromResult(
            Run(host, parsed.GetRequiredValue(paths), parsed.GetRequiredValue(output), parsed.GetValue(codeNamespace), cancellation)));
        return command;
    }

    private static int Run(CommandHost host, string[] paths, string output, string? codeNamespace, CancellationToken cancellation)
    {
        IReadOnlyList<ConnectorSources> connectors = PathArguments.Read(paths, codeNamespace);
        CheckNamespace(codeNamespace, connectors.Count);
        List<CompiledConnector> compiled = [];
        using (Progress.Start(host, "Compiling"))
        {
            foreach (ConnectorSources sources in connectors)
            {
                cancellation.ThrowIfCancellationRequested();
                compiled.Add(ConnectorCompiler.Compile(sources, cancellation));
            }
        }

        foreach (Diagnostic finding in compiled.SelectMany(c => c.Bound.Diagnostics))
        {
            host.Out.WriteLine(finding.ToString());
        }

        // Half of a build is worse than none.
        int broken = compiled.Count(c => c.Bound.Model is null);
        if (broken > 0)
        {
            throw new CommandException($"{Count.Of(broken, "connector")} with errors; nothing was written.");
        }

        CheckIds(compiled);
        GeneratedFolder folder = new(output);
        foreach (CompiledConnector connector in compiled)
        {
            folder.Write(connector);
        }

        host.Error.WriteLine($"{Count.Of(compiled.Count, "connector")}: {Count.Of(folder.Written, "file")} written, {folder.Unchanged} unchanged, {folder.Removed} removed.");
        return ExitCode.Good;
    }

    private static void CheckNamespace(string? codeNamespace, int connectors)
    {
        if (codeNamespace is not null && !NamespaceForm.IsMatch(codeNamespace))
        {
            throw new CommandException($"'{codeNamespace}' is not a C# namespace.", ExitCode.Usage);
        }

        if (codeNamespace is not null && connectors > 1)
        {
            throw new CommandException("Several connectors cannot share one namespace. Build them one by one, or without --namespace.", ExitCode.Usage);
        }
    }

    // Each connector's folder has the name of its id, and two would take each other's files for their own.
    private static void CheckIds(IEnumerable<CompiledConnector> compiled)
    {
        if (compiled.GroupBy(c => c.Bound.Model!.Id, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } same)
        {
            throw new CommandException($"Several of the connectors have the id '{same.Key}'. Build them to different folders.");
        }
    }
}
