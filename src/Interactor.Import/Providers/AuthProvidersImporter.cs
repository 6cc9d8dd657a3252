using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.OpenApi;

namespace Interactor.Import.Providers;

/// <summary>Makes a connector without actions of each provider configuration of a file: how to connect, where to, and how politely.</summary>
public static class AuthProvidersImporter
{
    // Their messages name the provider themselves.
    private static readonly string[] NamingRules = [ProviderRules.NotConverted.Slug, ProviderRules.Alias.Slug, ProviderRules.Name.Slug];

    /// <summary>Reads the file. Whatever is wrong with it is a finding.</summary>
    /// <exception cref="OperationCanceledException">The import was cancelled.</exception>
    public static AuthProvidersResult Import(DocumentSource source, string owner = "imported", CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        FindingLog log = new();
        DocumentSet documents = new(source with { ReadSibling = null }, log);
        if (documents.ReadMain() is not { } main)
        {
            return new AuthProvidersResult([], log.ToSorted());
        }

        if (!main.Top.IsMapping)
        {
            log.Add(ProviderRules.NotProviders, main.Top);
            return new AuthProvidersResult([], log.ToSorted());
        }

        Dictionary<string, DocumentPlace> places = main.Top.Members.ToDictionary(p => p.Token, StringComparer.Ordinal);
        List<ProviderImport> providers = [];
        foreach (DocumentPlace place in places.Values.OrderBy(p => p.Token, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            FindingLog own = new();
            ImportContext context = new(main.Top, SpecVersion.OpenApi31, new ReferenceResolver(documents), own, new OpenApiImportOptions { Owner = owner }, cancellation);
            ProviderEntry? entry = ProviderEntry.Of(place, places, own);
            Model.ImportedConnector? connector = entry is null ? null : new ProviderReader(context, entry).Read();
            providers.Add(new ProviderImport(place.Token, own.HasErrors ? null : connector, [.. own.ToSorted().Select(f => Named(f, place.Token))]));
        }

        return new AuthProvidersResult(providers, log.ToSorted());
    }

    // A line says little in a file of hundreds of providers, and it may be that of the provider that another name stands for.
    private static ImportFinding Named(ImportFinding finding, string provider) =>
        NamingRules.Contains(finding.Rule) ? finding : finding with { Message = $"{finding.Message} (provider '{provider}')" };
}
