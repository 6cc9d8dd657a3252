using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Interactor.Host.Secrets;

/// <summary>Registers the key ring: files of their own, never in the database. Keys change by themselves, and earlier ones go on decrypting.</summary>
internal static class VaultServices
{
    public static IServiceCollection AddVault(this IServiceCollection services, string directory)
    {
        DirectoryInfo keys = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(directory)
            : Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        services.AddDataProtection().SetApplicationName("Interactor.Host").PersistKeysToFileSystem(keys);
        return services.AddSingleton<Vault>();
    }
}
