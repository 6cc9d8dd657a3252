using System.Reflection;
using Interactor.Host.Connectors;
using Interactor.Host.Drafts;
using Interactor.Host.Workspace;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Interactor.Host.Mcp;

/// <summary>Servers of the Model Context Protocol, whose tools are the actions of one environment.</summary>
internal sealed class McpServers(ToolCatalogue tools, ConnectTool connect, ToolCaller caller, EnvironmentStore environments, ConnectorCatalogue connectors, PublishedConnectors published, ILoggerFactory logs)
{
    private static readonly string Version =
        typeof(McpServers).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    /// <summary>Makes a server of what somebody may call.</summary>
    /// <param name="options">The server to be.</param>
    /// <param name="environment">Gives the environment as it is now.</param>
    /// <param name="selection">Which actions are its tools.</param>
    public void Configure(McpServerOptions options, Func<CancellationToken, ValueTask<HostEnvironment>> environment, ToolSelection selection)
    {
        options.ServerInfo = new Implementation { Name = "interactor", Title = "Interactor", Version = Version };
        options.ServerInstructions = selection.Account is null
            ? "Each tool is an action of a connected service. 'account' says whose account at the service it acts for."
            : "Each tool is an action of a connected service.";
        options.Capabilities = new ServerCapabilities { Tools = new ToolsCapability() };
        options.Handlers.ListToolsHandler = (request, _) => ValueTask.FromResult(List(selection, request.Params?.Cursor));
        options.Handlers.CallToolHandler = async (request, cancellation) =>
            await caller.CallAsync(await environment(cancellation).ConfigureAwait(false), selection, request.Params, cancellation).ConfigureAwait(false);
    }

    /// <summary>Serves one client until its input ends.</summary>
    /// <exception cref="HostException">There is no such environment, there are several, or the settings select what there is not.</exception>
    public async Task ServeAsync(Stream input, Stream output, McpSettings settings, CancellationToken cancellationToken)
    {
        HostEnvironment found = await FindAsync(settings, cancellationToken).ConfigureAwait(false);
        await published.DemandAllAsync(cancellationToken).ConfigureAwait(false);
        (ToolSelection? selection, string? problem) = ToolSelection.Of(settings.Connectors, settings.Effects, settings.Account, found.Organization, connectors);
        McpServerOptions options = new();
        Configure(
            options,
            async cancellation => await environments.FindAsync(found.Id, cancellation).ConfigureAwait(false) ?? throw new HostException("The environment is gone."),
            selection ?? throw new HostException(problem!));
        StreamServerTransport transport = new(input, output, "interactor", logs);
        await using (transport.ConfigureAwait(false))
        {
            McpServer server = McpServer.Create(transport, options, logs);
            await using (server.ConfigureAwait(false))
            {
                await server.RunAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<HostEnvironment> FindAsync(McpSettings settings, CancellationToken cancellationToken)
    {
        IReadOnlyList<HostEnvironment> known = await environments.ListAsync(cancellationToken).ConfigureAwait(false);
        HostEnvironment[] found = [.. known.Where(environment => environment.Name == settings.Environment && (settings.Organization ?? environment.Organization) == environment.Organization)];
        return found switch
        {
            [{ } only] => only,
            [] => throw new HostException($"There is no environment '{settings.Environment}'. There are: {string.Join(", ", known.Select(static environment => $"{environment.Name} of {environment.Organization}"))}."),
            _ => throw new HostException($"Several organizations have an environment '{settings.Environment}': {string.Join(", ", found.Select(static environment => environment.Organization))}. Name the organization too."),
        };
    }

    private ListToolsResult List(ToolSelection selection, string? cursor)
    {
        ListToolsResult page = tools.List(selection, cursor);
        if (cursor is null && connect.DescriptionOf(selection) is { } description)
        {
            page.Tools.Insert(0, description);
        }

        return page;
    }
}
