using Interactor.Host.Api;
using Interactor.Host.Connectors;
using Interactor.Runtime;

namespace Interactor.Host.Mcp;

/// <summary>Which actions somebody has as tools. What is not selected is neither listed nor called.</summary>
/// <param name="Connectors">The addresses of connectors; empty for all.</param>
/// <param name="Effects">What actions may do to the provider's data; empty for anything.</param>
/// <param name="Account">The account that every call acts for; null where the caller names one.</param>
/// <param name="Organization">The organization of the environment: what is private to another one is not there.</param>
internal sealed record ToolSelection(IReadOnlyList<string> Connectors, IReadOnlyList<ActionEffect> Effects, string? Account, string Organization)
{
    private static readonly (string Text, ActionEffect Effect)[] Known = [("read", ActionEffect.Read), ("write", ActionEffect.Write), ("destructive", ActionEffect.Destructive)];

    /// <summary>Reads a selection as people write it: names of connectors, with the owner or for all owners, and names of effects.</summary>
    /// <returns>The selection, or why it is none.</returns>
    public static (ToolSelection? Selection, string? Problem) Of(IEnumerable<string> connectors, IEnumerable<string> effects, string? account, string organization, ConnectorCatalogue catalogue)
    {
        List<string> addresses = [];
        foreach (string name in connectors)
        {
            int before = addresses.Count;
            addresses.AddRange(catalogue.Current.Where(connector => connector.IsSeenBy(organization) && (connector.Address == name || connector.Descriptor.Id == name)).Select(static connector => connector.Address));
            if (addresses.Count == before)
            {
                return (null, $"There is no connector '{name}'.");
            }
        }

        string[] named = [.. effects];
        return (Array.Find(named, static name => !Known.Any(known => known.Text == name)), AccountName.ProblemOf(account)) switch
        {
            ({ } unknown, _) => (null, $"'{unknown}' is no effect: there are {string.Join(", ", Known.Select(static known => known.Text))}."),
            (_, { } problem) => (null, problem.Error),
            _ => (new ToolSelection(addresses, [.. Known.Where(known => named.Contains(known.Text)).Select(static known => known.Effect)], account, organization), null),
        };
    }

    public bool Includes(HostedConnector connector) => connector.IsSeenBy(Organization) && (Connectors.Count == 0 || Connectors.Contains(connector.Address));

    public bool Includes(ActionDescriptor action) => Effects.Count == 0 || Effects.Contains(action.Effect);
}
