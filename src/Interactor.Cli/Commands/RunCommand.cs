using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using Interactor.Cli.Output;
using Interactor.Cli.Running;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Runtime;
using Interactor.Testing.Loading;

namespace Interactor.Cli.Commands;

/// <summary><c>interactor run</c>: one call of one action.</summary>
internal static class RunCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string> path = PathArguments.One();
        Argument<string> action = new("action") { Description = "The id of the action, such as 'email.send'." };
        Option<string> input = new("--input", "-i") { Description = "The input: JSON, @ and the name of a file, or - for standard input.", HelpName = "JSON|@file|-" };
        Option<string> version = new("--version") { Description = "The version of the action; its newest unless given.", HelpName = "V" };
        Option<string> account = new("--account", "-a") { Description = "Whose credentials: INTERACTOR_<ACCOUNT>_<VARIABLE> comes before INTERACTOR_<VARIABLE>.", HelpName = "A" };
        Option<string> method = new("--method") { Description = "The security method; the first that has its credentials unless given.", HelpName = "ID" };
        Option<string[]> set = new("--set") { Description = "A value of a variable, or 'account.<fact>=…'. May be given several times.", HelpName = "name=value", DefaultValueFactory = _ => [] };
        Option<bool> sandbox = new("--sandbox") { Description = "Calls a sandbox on this machine that plays the third party; needs no credentials." };
        Option<string> values = new("--values") { Description = "Asks for the choices of a property of the input, or for its schema, in place of calling the action.", HelpName = "PROPERTY" };
        Option<string> search = new("--search") { Description = "With --values: only choices that this finds.", HelpName = "TEXT" };
        Option<string[]> networks = new("--allow-network")
        {
            Description = "A network that is not public and may be reached, such as 10.20.0.0/16. May be given several times.",
            HelpName = "CIDR",
            DefaultValueFactory = _ => [],
        };
        networks.Validators.Add(CheckNetworks);
        set.Validators.Add(CheckPairs);
        Command command = new("run", "Calls an action and prints its output as JSON.") { path, action, input, version, account, method, set, sandbox, values, search, networks };
        command.SetAction((parsed, cancellation) => RunAsync(
            host,
            parsed.GetRequiredValue(path),
            new ActionCall(parsed.GetRequiredValue(action), parsed.GetValue(version), parsed.GetValue(input), parsed.GetValue(values), parsed.GetValue(search), [.. parsed.GetRequiredValue(networks).Select(n => IPNetwork.Parse(n))]),
            new GivenValues(parsed.GetValue(account), parsed.GetValue(method), PairsOf(parsed.GetRequiredValue(set)), host.Variable),
            parsed.GetValue(sandbox),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CommandHost host, string path, ActionCall call, GivenValues given, bool isSandboxed, CancellationToken cancellation)
    {
        ConnectorSources sources = PathArguments.ReadOne(path);
        ReadOnlyMemory<byte> input = await InputReader.ReadAsync(host, call.Input, cancellation).ConfigureAwait(false);
        try
        {
            ReadOnlyMemory<byte> output;
            using (Progress.Start(host, $"Running {call.Action}"))
            {
                using LoadedConnector connector = Load(host, sources, cancellation);
                ActionDescriptor action = ActionFinder.Find(connector.Descriptor, call.Action);
                output = isSandboxed
                    ? await SandboxedCall.RunAsync(connector, action, call, given, input, cancellation).ConfigureAwait(false)
                    : await ProviderCall.RunAsync(connector, action, call, given, input, cancellation).ConfigureAwait(false);
            }

            host.Out.WriteLine(PrettyJson.Of(output));
            return ExitCode.Good;
        }
        catch (InteractorException e)
        {
            ErrorReport.Write(host.Error, e);
            return ExitCode.Failure;
        }
    }

    private static LoadedConnector Load(CommandHost host, ConnectorSources sources, CancellationToken cancellation)
    {
        LoadedConnector connector = ConnectorLoader.Load(sources, cancellation);
        foreach (Diagnostic warning in connector.Diagnostics.Where(d => d.Descriptor.Severity == DiagnosticSeverity.Warning))
        {
            host.Error.WriteLine(warning.ToString());
        }

        return connector;
    }

    private static void CheckPairs(OptionResult result)
    {
        foreach (Token token in result.Tokens.Where(t => t.Value.IndexOf('=', StringComparison.Ordinal) <= 0))
        {
            result.AddError($"'{token.Value}' is not name=value.");
        }
    }

    private static void CheckNetworks(OptionResult result)
    {
        foreach (Token token in result.Tokens.Where(t => !IPNetwork.TryParse(t.Value, out _)))
        {
            result.AddError($"'{token.Value}' is no network such as 10.20.0.0/16 or fd00::/8.");
        }
    }

    // Of one name given twice the last value counts, as with options.
    private static Dictionary<string, string> PairsOf(string[] pairs)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (string pair in pairs)
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            values[pair[..equals]] = pair[(equals + 1)..];
        }

        return values;
    }
}
