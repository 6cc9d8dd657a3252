using System.CommandLine;
using Interactor.Cli.Output;
using Interactor.Testing.Sandbox;

namespace Interactor.Cli.Commands;

/// <summary><c>interactor sandbox</c>: plays the third party until it is stopped.</summary>
internal static class SandboxCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string> path = PathArguments.One();
        Option<int> port = PortOption.Create();
        Command command = new("sandbox", "Plays the third party of connectors on this machine until Ctrl-C.") { path, port };
        command.SetAction((parsed, cancellation) => RunAsync(host, parsed.GetRequiredValue(path), parsed.GetValue(port), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CommandHost host, string path, int port, CancellationToken cancellation)
    {
        SandboxConnector[] connectors = [.. PathArguments.Read([path]).Select(sources => SandboxConnector.Of(sources, cancellation))];
        SandboxServer server = await SandboxServer.StartAsync(connectors, new SandboxOptions { Port = port }, cancellation).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            host.Out.WriteLine($"Listening on {server.BaseUrl.GetLeftPart(UriPartial.Authority)}");
            foreach (SandboxConnector connector in connectors)
            {
                Describe(host.Out, server, connector);
            }

            host.Error.WriteLine("Ctrl-C stops it.");
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation).ConfigureAwait(false);
        }

        return ExitCode.Good;
    }

    private static void Describe(TextWriter output, SandboxServer server, SandboxConnector connector)
    {
        output.WriteLine();
        output.WriteLine($"{connector.Address}");
        SandboxRoute[] routes = [.. server.Routes.Where(r => r.Connector == connector.Address)];
        int width = routes.Length == 0 ? 0 : routes.Max(r => r.ToString().Length);
        foreach (SandboxRoute route in routes)
        {
            output.WriteLine($"  {route.ToString().PadRight(width)}  {route.Name} (from {Source(route.Response)})");
        }

        if (server.SampleCall(connector) is { } sample)
        {
            output.WriteLine("Example:");
            output.WriteLine("  " + CurlCommand.Of(sample));
        }
    }

    private static string Source(string response) => response switch
    {
        "tests" => "its tests",
        "schema" => "its schema",
        _ => "the sandbox",
    };
}
