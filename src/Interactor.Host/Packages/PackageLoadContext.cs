using System.Reflection;
using System.Runtime.Loader;

namespace Interactor.Host.Packages;

/// <summary>Holds the code of one package. What the host has too, such as the runtime, is the host's own; all else is the package's, whatever others bring along.</summary>
internal sealed class PackageLoadContext : AssemblyLoadContext
{
    private readonly CompiledPackage _package;

    public PackageLoadContext(CompiledPackage package)
        : base(package.Name, isCollectible: true)
    {
        _package = package;
        Resolving += static (context, name) => ((PackageLoadContext)context).Find(name);
    }

    /// <summary>An assembly of the package, loaded once.</summary>
    public Assembly Get(string name) =>
        Assemblies.FirstOrDefault(loaded => string.Equals(loaded.GetName().Name, name, StringComparison.OrdinalIgnoreCase)) ?? LoadFromStream(new MemoryStream(_package.Assemblies[name]));

    // Asked first; the answer null leaves it to the host, and what the host has not comes by Resolving.
    protected override Assembly? Load(AssemblyName assemblyName) => null;

    private Assembly? Find(AssemblyName name) => name.Name is { } simple && _package.Assemblies.ContainsKey(simple) ? Get(simple) : null;
}
