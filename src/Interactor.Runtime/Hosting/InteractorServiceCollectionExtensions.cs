using Interactor.Runtime;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds connectors to an application's services.</summary>
public static class InteractorServiceCollectionExtensions
{
    /// <summary>Adds what connectors share, and gives a builder to add the connectors themselves to.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets what connectors share; null for the defaults.</param>
    public static InteractorBuilder AddInteractor(this IServiceCollection services, Action<InteractorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        OptionsBuilder<InteractorOptions> options = services.AddOptions<InteractorOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddSingleton(static provider => new ConnectorInvoker(provider.GetServices<ConnectorRegistration>()));
        return new InteractorBuilder(services);
    }
}
