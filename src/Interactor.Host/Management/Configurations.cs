using Interactor.Host.Connectors;
using Interactor.Host.Workspace;
using Interactor.Runtime;

namespace Interactor.Host.Management;

/// <summary>Tells what is left to configure.</summary>
internal sealed class Configurations(ConfigurationStore store, ConnectorSessions sessions)
{
    public const string Configured = "configured";
    public const string Required = "configuration_required";
    public const string Sandbox = "sandbox";

    /// <summary>The configuration of connectors in an environment, each in turn.</summary>
    public async Task<Func<HostedConnector, ConfigurationBody>> OfAsync(string environment, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, ConfigurationMark> marks = await store.MarksAsync(environment, cancellationToken).ConfigureAwait(false);
        return connector => BodyOf(connector, marks.GetValueOrDefault(connector.Address) ?? ConfigurationMark.None);
    }

    private ConfigurationBody BodyOf(HostedConnector connector, ConfigurationMark mark)
    {
        bool isPlayed = sessions.IsPlayed(connector, mark.IsLive, mark.Names.Count > 0);
        string[] missing = isPlayed
            ? []
            :
            [
                .. from variable in connector.Descriptor.Variables
                   where variable is { Scope: VariableScope.App, IsRequired: true, Default: null } && !mark.Names.Contains(variable.Name)
                   select variable.Name,
            ];
        return new ConfigurationBody(
            isPlayed ? Sandbox : missing.Length > 0 ? Required : Configured, mark.IsLive, [.. mark.Names.Order(StringComparer.Ordinal)], missing);
    }
}
