using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Interactor.Cli.Hosting;

/// <summary>Leads a client of the Model Context Protocol that knows standard input and output only to a host that runs elsewhere.</summary>
internal static class McpBridge
{
    /// <summary>Answers the client with what the host answers, until the client's input ends.</summary>
    /// <param name="endpoint">The address of the host's endpoint, with what selects its tools.</param>
    /// <param name="key">The key of an environment.</param>
    /// <param name="input">What the client writes.</param>
    /// <param name="output">What the client reads.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RunAsync(Uri endpoint, string key, Stream input, Stream output, CancellationToken cancellationToken)
    {
        McpClient host = await ConnectAsync(endpoint, key, cancellationToken).ConfigureAwait(false);
        await using (host.ConfigureAwait(false))
        {
            McpServerOptions options = new() { ServerInfo = host.ServerInfo, ServerInstructions = host.ServerInstructions, Capabilities = new ServerCapabilities { Tools = new ToolsCapability() } };
            options.Handlers.ListToolsHandler = (request, cancellation) => host.ListToolsAsync(request.Params ?? new ListToolsRequestParams(), cancellation);
            options.Handlers.CallToolHandler = (request, cancellation) =>
                host.CallToolAsync(new CallToolRequestParams { Name = request.Params.Name, Arguments = request.Params.Arguments }, cancellation);
            StreamServerTransport transport = new(input, output);
            await using (transport.ConfigureAwait(false))
            {
                McpServer server = McpServer.Create(transport, options);
                await using (server.ConfigureAwait(false))
                {
                    await server.RunAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private static async Task<McpClient> ConnectAsync(Uri endpoint, string key, CancellationToken cancellationToken)
    {
        HttpClientTransportOptions options = new()
        {
            Endpoint = endpoint,
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["x-api-key"] = key },
        };
        try
        {
            return await McpClient.CreateAsync(new HttpClientTransport(options), cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            throw new CommandException($"{endpoint.GetLeftPart(UriPartial.Path)} does not answer as a host: {e.Message}");
        }
    }
}
