using System.Diagnostics.CodeAnalysis;
using System.Net;
using Interactor.Runtime.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Interactor.Runtime;

/// <summary>Registers connectors among an application's services. Generated code adds a method for each connector, such as <c>AddGmail</c>.</summary>
public sealed class InteractorBuilder
{
    internal InteractorBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>
    /// Registers a connector: its client as a singleton, its <see cref="ConnectionFlow"/> keyed by its address, and its actions with <see cref="ConnectorInvoker"/>.
    /// </summary>
    /// <param name="connector">The connector.</param>
    /// <param name="createClient">Makes the client around an executor.</param>
    /// <param name="configure">Sets the connector's options; null leaves them to the options system.</param>
    public InteractorBuilder AddConnector<TClient, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        ConnectorDescriptor connector, Func<ActionExecutor, TClient> createClient, Action<TOptions>? configure = null)
        where TClient : class
        where TOptions : ConnectorOptions
    {
        ArgumentNullException.ThrowIfNull(connector);
        ArgumentNullException.ThrowIfNull(createClient);
        OptionsBuilder<TOptions> options = Services.AddOptions<TOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        Services.AddSingleton(provider => new ConnectorRegistration(connector, () => new ActionExecutor(connector, OptionsOf<TOptions>(provider))));
        Services.AddKeyedSingleton(connector.Address, (provider, _) => new ConnectionFlow(connector, OptionsOf<TOptions>(provider)));
        Services.TryAddSingleton(provider => createClient(provider.GetRequiredService<ConnectorInvoker>().Executor(connector.Address)));
        return this;
    }

    // What the connector's options leave open comes from the application's: options objects are singletons, so this happens once.
    private static TOptions OptionsOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(IServiceProvider provider)
        where TOptions : ConnectorOptions
    {
        TOptions options = provider.GetRequiredService<IOptions<TOptions>>().Value;
        InteractorOptions shared = provider.GetRequiredService<IOptions<InteractorOptions>>().Value;
        options.CredentialStore ??= shared.CredentialStore ?? provider.GetService<ICredentialStore>();
        options.HttpHandler ??= shared.HttpHandler;
        options.TimeProvider ??= shared.TimeProvider ?? provider.GetService<TimeProvider>();
        options.ScriptRunner ??= shared.ScriptRunner ?? provider.GetService<IScriptRunner>();
        options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
        options.ValidateResponses |= shared.ValidateResponses;
        options.AllowInsecureLoopback |= shared.AllowInsecureLoopback;
        foreach (IPNetwork network in shared.AllowedNetworks.Except(options.AllowedNetworks).ToArray())
        {
            options.AllowedNetworks.Add(network);
        }

        return options;
    }
}
