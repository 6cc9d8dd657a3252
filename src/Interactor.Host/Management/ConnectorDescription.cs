using Interactor.Host.Connecting;
using Interactor.Host.Connectors;
using Interactor.Runtime;

namespace Interactor.Host.Management;

/// <summary>What the API says of a connector.</summary>
internal static class ConnectorDescription
{
    public static ConnectorItemBody InList(HostedConnector connector, ConfigurationBody? configuration) => new(
        connector.Descriptor.Owner,
        connector.Descriptor.Id,
        NameOf(connector),
        connector.Descriptor.Version,
        connector.Descriptor.Summary,
        connector.Listing.Categories,
        connector.Listing.Visibility,
        connector.Descriptor.Actions.Count,
        configuration);

    public static ConnectorBody Of(HostedConnector connector, IEnumerable<string> versions, ConfigurationBody? configuration) => new(
        connector.Descriptor.Owner,
        connector.Descriptor.Id,
        NameOf(connector),
        connector.Descriptor.Version,
        [.. versions],
        connector.Descriptor.Summary,
        connector.Listing.Categories,
        connector.Listing.Visibility,
        connector.Descriptor.Egress,
        [.. connector.Descriptor.Variables.Select(VariableOf)],
        [.. connector.Descriptor.Methods.Select(static method => new MethodBody(method.Id, method.Kind.ToString(), AskedVariables.NeedsPerson(method)))],
        [.. connector.Descriptor.Actions.Select(ItemOf)],
        connector.Listing.Guide,
        configuration);

    public static ActionItemBody ItemOf(ActionDescriptor action) => new(
        action.Id,
        action.Version,
        action.Name.Length > 0 ? action.Name : action.Id,
        action.Summary,
        Lower(action.Effect),
        Lower(action.Idempotency),
        action.IsDeprecated,
        action.Methods,
        action.Scopes);

    public static string NameOf(HostedConnector connector) => connector.Descriptor.Name.Length > 0 ? connector.Descriptor.Name : connector.Descriptor.Id;

    private static VariableBody VariableOf(VariableDescriptor variable) => new(
        variable.Name,
        variable.Title,
        Lower(variable.Scope),
        Lower(variable.Type),
        variable.IsSecret,
        variable.IsRequired,
        variable.IsSecret ? null : variable.Default,
        variable.Allowed,
        variable.Pattern,
        variable.AskFor);

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
