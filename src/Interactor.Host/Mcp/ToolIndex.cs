using System.Collections.Frozen;
using Interactor.Host.Connectors;

namespace Interactor.Host.Mcp;

/// <summary>The tools of one state of the catalogue.</summary>
/// <param name="Connectors">The connectors that they are of.</param>
/// <param name="Sorted">All of them in the order of their names.</param>
/// <param name="ByName">Each by its name.</param>
internal sealed record ToolIndex(IReadOnlyList<HostedConnector> Connectors, ActionTool[] Sorted, FrozenDictionary<string, ActionTool> ByName)
{
    public static ToolIndex Of(IReadOnlyList<HostedConnector> connectors, Func<HostedConnector, ActionTool[]> toolsOf)
    {
        ActionTool[] sorted = [.. connectors.SelectMany(toolsOf).OrderBy(static tool => tool.Name, StringComparer.Ordinal)];
        return new ToolIndex(connectors, sorted, sorted.ToFrozenDictionary(static tool => tool.Name, StringComparer.Ordinal));
    }
}
