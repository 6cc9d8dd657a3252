using Interactor.Host.Connectors;
using Interactor.Runtime;

namespace Interactor.Host.Tests.Fakes;

/// <summary>A catalogue with the connectors of another, and copies of <c>ledger</c> under other ids.</summary>
internal static class ManyConnectors
{
    public static ConnectorCatalogue Of(ConnectorCatalogue catalogue, int copies)
    {
        ConnectorCatalogue many = new();
        ConnectorDescriptor ledger = catalogue.VersionsOf("interactor", "ledger")[0].Descriptor;
        many.Add(catalogue.Current);
        many.Add(Enumerable.Range(0, copies).Select(number => new HostedConnector(new ConnectorDescriptor { Owner = "interactor", Id = $"ledger{number}", Version = "1.0.0", Actions = ledger.Actions })));
        return many;
    }
}
