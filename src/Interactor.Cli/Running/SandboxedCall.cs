using Interactor.Runtime;
using Interactor.Testing.Loading;
using Interactor.Testing.Sandbox;

namespace Interactor.Cli.Running;

/// <summary>Calls an action with a sandbox in the third party's place.</summary>
internal static class SandboxedCall
{
    public static async Task<ReadOnlyMemory<byte>> RunAsync(
        LoadedConnector connector, ActionDescriptor action, ActionCall call, GivenValues given, ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        SandboxOptions options = new() { Variables = given.Set };
        SandboxServer server = await SandboxServer.StartAsync([SandboxConnector.Of(connector)], options, cancellation).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            ConnectorOptions connected = SandboxAccount.OptionsFor(server, connector.Descriptor);
            ActionDescriptor asked = CallRunner.Asked(connector.Descriptor, action, call);
            if (asked.Methods.Count > 0)
            {
                string method = given.Method ?? asked.Methods[0];
                connected.Connection = await SandboxAccount.ConnectAsync(server, connector.Descriptor, method, connected, allow: true, cancellation).ConfigureAwait(false);
            }

            return await CallRunner.RunAsync(new ActionExecutor(connector.Descriptor, connected), action, call, input, cancellation).ConfigureAwait(false);
        }
    }
}
