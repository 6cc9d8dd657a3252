using Interactor.Compiler.Binding;
using Interactor.Compiler.Model;
using Interactor.Compiler.Text;
using Interactor.Host.Connectors;
using Interactor.Testing.Loading;

namespace Interactor.Host.Drafts;

/// <summary>Hands definitions to the compiler, with scripts in C# only where whoever runs the host allows them: such a script does whatever the host may do.</summary>
internal sealed class DefinitionSources(HostSettings settings)
{
    /// <summary>The files as the compiler takes them: guides and images are none of its business.</summary>
    public ConnectorSources Of(IReadOnlyDictionary<string, string> files) => new(
        "",
        files
            .Where(static file => DefinitionFiles.IsDefinition(file.Key) || file.Key.StartsWith("scripts/", StringComparison.Ordinal))
            .OrderBy(static file => file.Key, StringComparer.Ordinal)
            .Select(static file => new SourceFile(file.Key, file.Value))
            .ToEquatableArray())
    {
        AllowsCSharpScripts = settings.AllowCSharpScripts,
    };

    /// <summary>The files as a connector that can be served, or only tried.</summary>
    /// <exception cref="DefinitionException">The definition has errors.</exception>
    public HostedConnector Load(IReadOnlyDictionary<string, string> files, bool isTrial, CancellationToken cancellationToken)
    {
        ConnectorSources sources = Of(files);
        return new HostedConnector(ConnectorLoader.Load(sources, cancellationToken)) { Listing = ListingReader.Read(sources, files), IsTrial = isTrial };
    }
}
