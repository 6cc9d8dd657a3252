using Interactor.Compiler.Binding;
using Interactor.Testing.Loading;

namespace Interactor.Host.Connectors;

/// <summary>Compiles the definitions that a host is given when it starts, as many at a time as there are processors.</summary>
internal static class DefinitionLoader
{
    /// <summary>The connectors of folders, and those that were compiled into the application.</summary>
    /// <param name="settings">What whoever runs the host gave it.</param>
    /// <param name="organizations">The organizations of the host. A private connector of an owner that is none of them would be there for nobody: it is for all.</param>
    /// <param name="cancellationToken">Ends the compilation.</param>
    /// <exception cref="DefinitionFolderException">A folder has no connector.</exception>
    /// <exception cref="DefinitionException">A definition has errors.</exception>
    public static async Task<IReadOnlyList<HostedConnector>> LoadAsync(HostSettings settings, IReadOnlySet<string> organizations, CancellationToken cancellationToken)
    {
        HostedConnector[] ofFolders = await Task.WhenAll(
            from folder in settings.DefinitionFolders
            from sources in DefinitionFolder.Read(folder, allowCSharpScripts: settings.AllowCSharpScripts)
            select Task.Run(() => Load(sources, organizations, cancellationToken), cancellationToken)).ConfigureAwait(false);
        return [.. ofFolders, .. settings.Connectors.Select(static descriptor => new HostedConnector(descriptor) { IsForAll = true })];
    }

    private static HostedConnector Load(ConnectorSources sources, IReadOnlySet<string> organizations, CancellationToken cancellationToken)
    {
        LoadedConnector loaded = ConnectorLoader.Load(sources, cancellationToken);
        return new HostedConnector(loaded) { Listing = ListingReader.Read(sources), IsForAll = !organizations.Contains(loaded.Descriptor.Owner) };
    }
}
