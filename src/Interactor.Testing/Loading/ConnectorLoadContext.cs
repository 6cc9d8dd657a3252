using System.Reflection;
using System.Runtime.Loader;

namespace Interactor.Testing.Loading;

/// <summary>Holds one compiled connector so that it can be unloaded. Everything it refers to comes from the default context.</summary>
internal sealed class ConnectorLoadContext(string name) : AssemblyLoadContext(name, isCollectible: true)
{
    protected override Assembly? Load(AssemblyName assemblyName) => null;
}
