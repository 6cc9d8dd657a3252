using Interactor.Runtime;

namespace Interactor.Host.Drafts;

/// <summary>Where a draft would send the values and credentials of a connector that is served.</summary>
internal static class DraftReach
{
    /// <summary>Why a draft must not have them; null where it sends them only where the connector does.</summary>
    public static string? ProblemOf(ConnectorDescriptor draft, ConnectorDescriptor served)
    {
        string[] further =
        [
            .. draft.Egress.Except(served.Egress, StringComparer.OrdinalIgnoreCase),
            .. draft.EgressVariables.Except(served.EgressVariables, StringComparer.Ordinal).Select(static name => $"what the variable '{name}' says"),
        ];
        return further.Length == 0
            ? null
            : $"The draft may send credentials further than version {served.Version} of '{served.Address}': {string.Join(", ", further)}. Try it on the sandbox, or publish it first.";
    }
}
