using System.CommandLine;
using System.CommandLine.Parsing;
using Interactor.Cli.Commands;
using Interactor.Cli.Help;
using Interactor.Compiler.Diagnostics;
using Interactor.Host;
using Interactor.Testing.Loading;
using Interactor.Testing.Sandbox;

namespace Interactor.Cli;

/// <summary>The command line: parses it, runs its command, and turns every failure into a message and an exit code.</summary>
internal static class InteractorTool
{
    private static readonly ParserConfiguration Parsing = new()
    {
        // An argument that begins with '@' is one of ours: a file with the input of an action.
        ResponseFileTokenReplacer = null,
    };

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CommandHost host, CancellationToken cancellation)
    {
        RootCommand root = Create(host);
        ParseResult parsed = root.Parse(arguments, Parsing);
        if (parsed.Errors.Count > 0 && parsed.Action is not ExamplesHelpAction and not VersionAction)
        {
            return Explain(parsed, host);
        }

        InvocationConfiguration configuration = new() { Output = host.Out, Error = host.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Cancelled;
        }
        catch (Exception e)
        {
            (string message, int code) = Describe(e);
            await host.Error.WriteLineAsync(message).ConfigureAwait(false);
            return code;
        }
    }

    private static RootCommand Create(CommandHost host)
    {
        RootCommand root = new("Creates, imports, checks, builds, tests, runs and serves connectors.")
        {
            NewCommand.Create(host),
            ImportCommand.Create(host),
            CheckCommand.Create(host),
            BuildCommand.Create(host),
            TestCommand.Create(host),
            RunCommand.Create(host),
            SandboxCommand.Create(host),
            HostCommand.Create(host),
            McpCommand.Create(host),
        };
        foreach (Option option in root.Options)
        {
            option.Action = option switch
            {
                System.CommandLine.Help.HelpOption help => new ExamplesHelpAction((System.CommandLine.Help.HelpAction)help.Action!),
                VersionOption => new VersionAction(),
                _ => option.Action,
            };
        }

        return root;
    }

    private static int Explain(ParseResult parsed, CommandHost host)
    {
        foreach (ParseError error in parsed.Errors)
        {
            host.Error.WriteLine(error.Message);
        }

        Command command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0)
        {
            if (parsed.UnmatchedTokens.FirstOrDefault() is { } word && Nearest.Find(word, command.Subcommands.Select(c => c.Name)) is { } meant)
            {
                host.Error.WriteLine($"Did you mean '{meant}'?");
            }

            host.Error.WriteLine("Commands:");
            foreach (Command known in command.Subcommands)
            {
                host.Error.WriteLine($"  {known.Name,-16} {known.Description}");
            }
        }

        string[] path = [.. CommandPath.Of(parsed.CommandResult)];
        host.Error.WriteLine($"Try '{string.Join(' ', path)} --help'.");
        return ExitCode.Usage;
    }

    private static (string Message, int Code) Describe(Exception e) => e switch
    {
        CommandException command => (command.Message, command.ExitCode),
        DefinitionFolderException folder => (folder.Message, ExitCode.Usage),
        DefinitionException definition => ($"{definition.Message}{Environment.NewLine}The definition has errors.", ExitCode.Failure),
        HostException host => (host.Message, ExitCode.Failure),
        SandboxException sandbox => (sandbox.Message, ExitCode.Failure),
        IOException or UnauthorizedAccessException => (e.Message, ExitCode.Failure),
        _ => ($"This is a defect of interactor; please report it with the definition: {e.GetType().Name}: {e.Message}", ExitCode.Failure),
    };
}
