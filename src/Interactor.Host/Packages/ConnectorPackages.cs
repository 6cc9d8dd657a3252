using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Interactor.Host.Connectors;
using Interactor.Runtime;
using Microsoft.Extensions.Logging;

namespace Interactor.Host.Packages;

/// <summary>Loads the compiled connectors of a folder when the host starts: packages (<c>.nupkg</c>), and folders of assemblies. One that is broken is named in the log and left out.</summary>
internal sealed partial class ConnectorPackages(HostSettings settings, ILogger<ConnectorPackages> log)
{
    private const string DefaultFolder = "packages";
    private const string PropertyName = "Descriptor";

    private static readonly string RuntimeName = typeof(ConnectorDescriptor).Assembly.GetName().Name!;

    /// <summary>The connectors of the folder.</summary>
    /// <exception cref="HostException">The folder that was named is not there.</exception>
    public IReadOnlyList<HostedConnector> Load()
    {
        string folder = settings.PackageDirectory ?? Path.Combine(settings.DataDirectory, DefaultFolder);
        if (!Directory.Exists(folder))
        {
            return settings.PackageDirectory is null ? [] : throw new HostException($"There is no folder '{folder}' of packages.");
        }

        return
        [
            .. Directory.EnumerateFiles(folder, "*.nupkg").Order(StringComparer.Ordinal).SelectMany(path => Load(path, CompiledPackage.OfFile)),
            .. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).SelectMany(path => Load(path, CompiledPackage.OfFolder)),
        ];
    }

    // Whatever goes wrong in the code of somebody else takes only that package with it.
    private IReadOnlyList<HostedConnector> Load(string path, Func<string, CompiledPackage> read)
    {
        PackageLoadContext? context = null;
        try
        {
            CompiledPackage package = read(path);
            context = new PackageLoadContext(package);
            HostedConnector[] connectors =
            [
                .. from name in package.Assemblies.Keys.Order(StringComparer.Ordinal)
                   where UsesRuntime(package.Assemblies[name])
                   from descriptor in DescriptorsOf(context.Get(name))
                   select new HostedConnector(descriptor) { IsForAll = true },
            ];
            return connectors.Length > 0 ? connectors : throw new InvalidDataException("It has no connector.");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            context?.Unload();
            LogLeftOut(log, Path.GetFileName(path), (e as TargetInvocationException)?.InnerException?.Message ?? e.Message);
            return [];
        }
    }

    // Only what refers to the runtime can have a connector; the runtime itself, which a folder may hold too, is the host's.
    private static bool UsesRuntime(byte[] assembly)
    {
        using PEReader file = new(new MemoryStream(assembly));
        if (!file.HasMetadata)
        {
            return false;
        }

        MetadataReader metadata = file.GetMetadataReader();
        return metadata.IsAssembly
            && !IsOfHost(metadata.GetString(metadata.GetAssemblyDefinition().Name))
            && metadata.AssemblyReferences.Any(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name) == RuntimeName);
    }

    private static bool IsOfHost(string name) => name == RuntimeName || name.StartsWith(RuntimeName + ".", StringComparison.Ordinal);

    private static IEnumerable<ConnectorDescriptor> DescriptorsOf(Assembly assembly) =>
        from type in assembly.GetExportedTypes()
        let property = type.GetProperty(PropertyName, BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where property?.PropertyType == typeof(ConnectorDescriptor)
        select (ConnectorDescriptor)property.GetValue(null)!;

    [LoggerMessage(1, LogLevel.Error, "The package {Package} is left out: {Reason}")]
    private static partial void LogLeftOut(ILogger logger, string package, string reason);
}
