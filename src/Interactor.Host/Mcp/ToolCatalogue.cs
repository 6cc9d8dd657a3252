using System.Runtime.CompilerServices;
using System.Text;
using Interactor.Host.Connectors;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Interactor.Host.Mcp;

/// <summary>The actions of the connectors that the host serves, as tools: the newest version of each action.</summary>
internal sealed class ToolCatalogue(ConnectorCatalogue connectors)
{
    private const int MostOnPage = 100;
    private const int MostBytesOnPage = 512 * 1024;

    // A version of a connector never changes, so that its tools are made once and go with it.
    private readonly ConditionalWeakTable<HostedConnector, ActionTool[]> _tools = [];

    /// <summary>A page of tools in the order of their names.</summary>
    /// <param name="selection">Which tools.</param>
    /// <param name="cursor">What the page before ended with; null for the first page.</param>
    /// <exception cref="McpProtocolException">The cursor is none.</exception>
    public ListToolsResult List(ToolSelection selection, string? cursor)
    {
        string after = NameOf(cursor);
        ListToolsResult page = new() { TimeToLive = TimeSpan.FromMinutes(1), CacheScope = CacheScope.Private };
        long bytes = 0;
        foreach (ActionTool tool in Selected(selection).Where(tool => string.CompareOrdinal(tool.Name, after) > 0).OrderBy(static tool => tool.Name, StringComparer.Ordinal))
        {
            if (page.Tools.Count == MostOnPage || bytes > MostBytesOnPage)
            {
                page.NextCursor = Convert.ToBase64String(Encoding.UTF8.GetBytes(page.Tools[^1].Name));
                break;
            }

            Tool description = tool.DescriptionOf(selection.Account is null);
            page.Tools.Add(description);
            bytes += description.InputSchema.GetRawText().Length + (description.OutputSchema?.GetRawText().Length ?? 0);
        }

        return page;
    }

    /// <summary>The tool of a name; null where there is none, or it is not selected.</summary>
    public ActionTool? Find(ToolSelection selection, string name) => Selected(selection).FirstOrDefault(tool => tool.Name == name);

    private IEnumerable<ActionTool> Selected(ToolSelection selection) =>
        from connector in connectors.Current
        where selection.Includes(connector)
        from tool in _tools.GetValue(connector, ToolsOf)
        where selection.Includes(tool.Action)
        select tool;

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
}
