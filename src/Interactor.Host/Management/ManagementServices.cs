using Interactor.Host.Executing;
using Interactor.Host.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Interactor.Host.Management;

/// <summary>Registers what the managing endpoints work with.</summary>
internal static class ManagementServices
{
    public static IServiceCollection AddManagement(this IServiceCollection services) => services
        .AddSingleton<Configurations>()
        .AddSingleton<DraftEditor>()
        .AddSingleton<DraftTrial>()
        .AddSingleton<AccountStore>()
        .AddSingleton<ExecutionStore>()
        .AddSingleton<Retention>()
        .AddHostedService(static provider => provider.GetRequiredService<Retention>());
}
