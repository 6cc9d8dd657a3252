using Interactor.Compiler.Binding;
using Interactor.Runtime;
using Interactor.Testing.Loading;

namespace Interactor.Host.Connectors;

/// <summary>Compiles the definitions that a host is given when it starts.</summary>
internal static class DefinitionLoader
{
    /// <summary>The connectors of folders, and those that were compiled into the application.</summary>
    /// <exception cref="DefinitionFolderException">A folder has no connector.</exception>
    /// <exception cref="DefinitionException">A definition has errors.</exception>
    public static IEnumerable<HostedConnector> Load(HostSettings settings, CancellationToken cancellationToken)
    {
        foreach (ConnectorSources sources in settings.DefinitionFolders.SelectMany(folder => DefinitionFolder.Read(folder, allowCSharpScripts: settings.AllowCSharpScripts)))
        {
            yield return new HostedConnector(ConnectorLoader.Load(sources, cancellationToken)) { Listing = ListingReader.Read(sources) };
        }

        foreach (ConnectorDescriptor descriptor in settings.Connectors)
        {
            yield return new HostedConnector(descriptor) { Listing = ConnectorListing.Compiled };
        }
    }
}
