using Interactor.Host.Connectors;
using Interactor.Runtime;
using Interactor.Runtime.Security;

namespace Interactor.Host.Connecting;

/// <summary>The values that a person gives to connect an account by a method.</summary>
internal static class AskedVariables
{
    /// <summary>Those that the environment has no value for.</summary>
    public static IReadOnlyList<VariableDescriptor> Of(ConnectorSession session, SecurityMethod method) =>
    [
        .. from variable in session.Connector.Descriptor.Variables
           where variable.Scope == VariableScope.Account
               && (variable.AskFor.Count == 0 || variable.AskFor.Contains(method.Id))
               && !session.Options.Values.ContainsKey(variable.Name)
           select variable,
    ];

    /// <summary>Those of them without which it cannot go on.</summary>
    public static IReadOnlyList<VariableDescriptor> Missing(ConnectorSession session, SecurityMethod method) =>
        [.. Of(session, method).Where(static variable => variable is { IsRequired: true, Default: null })];

    /// <summary>Whether a person consents at the provider, from this page or on another device.</summary>
    public static bool NeedsPerson(SecurityMethod method) => SendsAway(method) || method.Kind == SecurityKind.OAuth2Device;

    /// <summary>Whether a person goes from this page to the provider for it.</summary>
    public static bool SendsAway(SecurityMethod method) => method.Kind == SecurityKind.OAuth2Code || method.OAuth1 is { RequestUrl: not null };
}
