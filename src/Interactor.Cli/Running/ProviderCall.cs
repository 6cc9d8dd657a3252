using System.Net;
using Interactor.Runtime;
using Interactor.Testing.Loading;

namespace Interactor.Cli.Running;

/// <summary>Calls an action at the third party itself.</summary>
internal static class ProviderCall
{
    public static async Task<ReadOnlyMemory<byte>> RunAsync(
        LoadedConnector connector, ActionDescriptor action, ActionCall call, GivenValues given, ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        ConnectorDescriptor descriptor = connector.Descriptor;
        string[] unknown = [.. given.Unknown(descriptor.Variables.Select(v => v.Name))];
        if (unknown.Length > 0)
        {
            throw new CommandException(
                $"The connector has no variable '{unknown[0]}'.{Interactor.Compiler.Diagnostics.Nearest.Hint(unknown[0], descriptor.Variables.Select(v => v.Name))}", ExitCode.Usage);
        }

        ConnectorOptions options = new() { ScriptRunner = SharedScripts.Runner };
        foreach (VariableDescriptor variable in descriptor.Variables)
        {
            if (given.Variable(variable.Name) is { } value)
            {
                options.Values[variable.Name] = value;
            }
        }

        foreach (IPNetwork network in call.Networks)
        {
            options.AllowedNetworks.Add(network);
        }

        options.Connection = await CredentialFinder.FindAsync(connector, CallRunner.Asked(descriptor, action, call), given, options, cancellation).ConfigureAwait(false);
        return await CallRunner.RunAsync(new ActionExecutor(descriptor, options), action, call, input, cancellation).ConfigureAwait(false);
    }
}
