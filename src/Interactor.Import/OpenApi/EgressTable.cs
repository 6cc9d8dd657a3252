using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>The hosts that may see a credential.</summary>
internal sealed class EgressTable
{
    private readonly HashSet<DefinitionText> _hosts = [];

    public IReadOnlyList<DefinitionText> All => [.. _hosts.OrderBy(h => h.Written, StringComparer.Ordinal)];

    public void Add(IEnumerable<DefinitionText> hosts) => _hosts.UnionWith(hosts);
}
