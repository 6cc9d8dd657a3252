using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Interactor.Host.Secrets;

/// <summary>Registers the key ring: files of their own, never in the database. Keys change by themselves, and earlier ones go on decrypting.</summary>
internal static class VaultServices
{
    public static IServiceCollection AddVault(this IServiceCollection services, string directory)
    {
        DirectoryInfo keys = KeyDirectory.Make(directory);
        services.AddDataProtection().SetApplicationName("Interactor.Host").PersistKeysToFileSystem(keys);
        return services.AddSingleton<Vault>().AddSingleton<SandboxKey>();
    }
}
