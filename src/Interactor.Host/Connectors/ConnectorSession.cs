using Interactor.Runtime;
using Interactor.Runtime.Security;
using Interactor.Testing.Sandbox;

namespace Interactor.Host.Connectors;

/// <summary>A connector as one environment configured it.</summary>
/// <param name="Environment">The id of the environment.</param>
/// <param name="Connector">The connector.</param>
/// <param name="Options">What its runtime works with.</param>
/// <param name="Sandbox">The sandbox that plays its provider; null where the provider itself is called.</param>
internal sealed record ConnectorSession(string Environment, HostedConnector Connector, ConnectorOptions Options, SandboxServer? Sandbox)
{
    /// <summary>Executes its actions.</summary>
    public ActionExecutor Executor { get; } = new(Connector.Descriptor, Options);

    /// <summary>Connects its accounts.</summary>
    public ConnectionFlow Flow { get; } = new(Connector.Descriptor, Options);

    /// <summary>Where its connections are kept.</summary>
    public ICredentialStore Store => Options.CredentialStore!;

    /// <summary>The variables of the application that have no value although they need one.</summary>
    public IReadOnlyList<string> Missing { get; } =
    [
        .. from variable in Connector.Descriptor.Variables
           where variable is { Scope: VariableScope.App, IsRequired: true, Default: null } && !Options.Values.ContainsKey(variable.Name)
           select variable.Name,
    ];

    /// <summary>Where a page of the provider is for a browser.</summary>
    public Uri Locate(Uri url) => Sandbox?.Locate(url) ?? url;

    /// <summary>The connection of an account.</summary>
    public ValueTask<Connection?> ConnectionOfAsync(string account, CancellationToken cancellationToken) =>
        Store.GetAsync(new ConnectionKey(Connector.Address, account), cancellationToken);
}
