using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Interactor.Host.Connectors;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Interactor.Host.Mcp;

/// <summary>The actions of the connectors that the host serves, as tools: the newest version of each action.</summary>
internal sealed partial class ToolCatalogue(ConnectorCatalogue connectors, ILogger<ToolCatalogue> log)
{
    private const int MostOnPage = 100;
    private const int MostBytesOnPage = 512 * 1024;

    // A version of a connector never changes, so that its tools are made once and go with it.
    private readonly ConditionalWeakTable<HostedConnector, ActionTool[]> _tools = [];
    private volatile ToolIndex? _index;

    /// <summary>A page of tools in the order of their names.</summary>
    /// <param name="selection">Which tools.</param>
    /// <param name="cursor">What the page before ended with; null for the first page.</param>
    /// <exception cref="McpProtocolException">The cursor is none.</exception>
    public ListToolsResult List(ToolSelection selection, string? cursor)
    {
        string after = NameOf(cursor);
        ListToolsResult page = new() { TimeToLive = TimeSpan.FromMinutes(1), CacheScope = CacheScope.Private };
        long bytes = 0;
        foreach (ActionTool tool in Index().Sorted.Where(tool => IsSelected(selection, tool) && string.CompareOrdinal(tool.Name, after) > 0))
        {
            if (page.Tools.Count == MostOnPage || bytes > MostBytesOnPage)
            {
                page.NextCursor = Convert.ToBase64String(Encoding.UTF8.GetBytes(page.Tools[^1].Name));
                break;
            }

            if (Describe(tool, selection.Account is null) is not { } description)
            {
                continue;
            }

            page.Tools.Add(description);
            bytes += description.InputSchema.GetRawText().Length + (description.OutputSchema?.GetRawText().Length ?? 0);
        }

        return page;
    }

    /// <summary>The tool of a name; null where there is none, or it is not selected.</summary>
    public ActionTool? Find(ToolSelection selection, string name) => Index().ByName.TryGetValue(name, out ActionTool? tool) && IsSelected(selection, tool) ? tool : null;

    private static bool IsSelected(ToolSelection selection, ActionTool tool) => selection.Includes(tool.Connector) && selection.Includes(tool.Action);

    private ToolIndex Index()
    {
        IReadOnlyList<HostedConnector> current = connectors.Current;
        return _index is { } held && ReferenceEquals(held.Connectors, current) ? held : _index = ToolIndex.Of(current, connector => _tools.GetValue(connector, ToolsOf));
    }

    // One tool that cannot be told of does not take the others with it.
    private Tool? Describe(ActionTool tool, bool hasAccount)
    {
        try
        {
            return tool.DescriptionOf(hasAccount);
        }
        catch (Exception e) when (e is InvalidOperationException or JsonException)
        {
            LogLeftOut(log, tool.Connector.Address, tool.Action.Id, e.Message);
            return null;
        }
    }

    private static ActionTool[] ToolsOf(HostedConnector connector) =>
    [
        .. connector.Descriptor.Actions.Select(static action => action.Id).Distinct(StringComparer.Ordinal).Select(id => new ActionTool(connector, connector.Find(id, major: null)!)),
    ];

    // A name and no number, so that the next page is right also when connectors came or went in between.
    private static string NameOf(string? cursor)
    {
        byte[] bytes = new byte[256];
        return cursor is null ? ""
            : Convert.TryFromBase64String(cursor, bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw new McpProtocolException("The cursor is none that this server gave.", McpErrorCode.InvalidParams);
    }

    [LoggerMessage(1, LogLevel.Warning, "{Connector} {Action} is no tool, because its schemas cannot be shown: {Reason}")]
    private static partial void LogLeftOut(ILogger logger, string connector, string action, string reason);
}
