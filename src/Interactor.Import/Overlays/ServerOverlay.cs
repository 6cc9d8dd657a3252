using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.Overlays;

/// <summary>Gives servers other addresses.</summary>
internal sealed class ServerOverlay(FindingLog log)
{
    public ImportedConnector ApplyTo(ImportedConnector connector, DocumentPlace? servers, DocumentPlace? egress)
    {
        Dictionary<string, ImportedServer> byName = connector.Servers.ToDictionary(s => s.Name, StringComparer.Ordinal);
        List<DefinitionText> hosts = [.. connector.Egress];
        foreach (DocumentPlace entry in servers.Entries(log))
        {
            if (!byName.ContainsKey(entry.Token))
            {
                entry.UnknownTarget("server", byName.Keys, log);
            }
            else if (entry.Data(log) is { } url)
            {
                byName[entry.Token] = new ImportedServer(entry.Token, DefinitionText.OfDefinition(url));
                hosts.AddRange(HostOf(url));
            }
        }

        return connector with
        {
            Servers = [.. connector.Servers.Select(s => byName[s.Name])],
            Egress = egress is null ? [.. hosts.Distinct()] : [.. egress.List(log).Select(h => DefinitionText.OfDefinition(h.Text!))],
        };
    }

    // A host that is written out is one that requests may go to; whoever composes it of expressions writes `egress` too.
    private static IEnumerable<DefinitionText> HostOf(string url) =>
        !url.Contains("${", StringComparison.Ordinal) && Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Host.Length > 0
            ? [DefinitionText.Of(address.IdnHost)]
            : [];
}
