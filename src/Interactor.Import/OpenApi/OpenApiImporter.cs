using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>Makes a connector of a document of Swagger 2.0 or OpenAPI 3.0, 3.1 or 3.2, in JSON or YAML.</summary>
public static class OpenApiImporter
{
    /// <summary>Reads the document. Whatever is wrong with it is a finding.</summary>
    /// <exception cref="OperationCanceledException">The import was cancelled.</exception>
    public static ImportResult Import(DocumentSource source, OpenApiImportOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        FindingLog log = new();
        DocumentSet documents = new(source, log);
        cancellation.ThrowIfCancellationRequested();
        ImportedConnector? connector = null;
        if (documents.ReadMain() is { } main && SpecVersionReader.Read(main.Top, log) is { } version)
        {
            ImportContext context = new(main.Top, version, new ReferenceResolver(documents), log, options ?? new OpenApiImportOptions(), cancellation);
            connector = new ConnectorReader(context).Read();
        }

        IReadOnlyList<ImportFinding> findings = log.ToSorted();
        return new ImportResult(findings.Any(f => f.IsOfOption) ? null : connector, findings);
    }
}
