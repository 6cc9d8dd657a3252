using Interactor.Compiler.Binding;
using Interactor.Runtime;
using Interactor.Testing.Loading;

namespace Interactor.Host.Connectors;

/// <summary>Compiles the definitions that a host is given when it starts.</summary>
internal static class DefinitionLoader
{
    /// <summary>The connectors of folders, and those that were compiled into the application.</summary>
    /// <param name="settings">What whoever runs the host gave it.</param>
    /// <param name="organizations">The organizations of the host. A private connector of an owner that is none of them would be there for nobody: it is for all.</param>
    /// <param name="cancellationToken">Ends the compilation.</param>
    /// <exception cref="DefinitionFolderException">A folder has no connector.</exception>
    /// <exception cref="DefinitionException">A definition has errors.</exception>
    public static IEnumerable<HostedConnector> Load(HostSettings settings, IReadOnlySet<string> organizations, CancellationToken cancellationToken)
    {
        foreach (ConnectorSources sources in settings.DefinitionFolders.SelectMany(folder => DefinitionFolder.Read(folder, allowCSharpScripts: settings.AllowCSharpScripts)))
        {
            LoadedConnector loaded = ConnectorLoader.Load(sources, cancellationToken);
            yield return new HostedConnector(loaded) { Listing = ListingReader.Read(sources), IsForAll = !organizations.Contains(loaded.Descriptor.Owner) };
        }

        foreach (ConnectorDescriptor descriptor in settings.Connectors)
        {
            yield return new HostedConnector(descriptor) { IsForAll = true };
        }
    }
}
