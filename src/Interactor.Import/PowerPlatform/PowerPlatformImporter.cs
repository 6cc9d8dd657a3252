using Interactor.Compiler.Text;
using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.OpenApi;

namespace Interactor.Import.PowerPlatform;

/// <summary>Makes a connector of a Power Platform connector: Swagger 2.0 with extensions, and apiProperties.json beside it.</summary>
public static class PowerPlatformImporter
{
    /// <summary>Reads a folder. Whatever is wrong with it is a finding.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    /// <exception cref="OperationCanceledException">The import was cancelled.</exception>
    public static ImportResult ImportFolder(string folder, OpenApiImportOptions? options = null, CancellationToken cancellation = default)
    {
        if (PowerPlatformSource.FromFolder(folder) is { } source)
        {
            return Import(source, options, cancellation);
        }

        ImportRule rule = PowerPlatformRules.NoDefinition;
        Location location = new(folder.Replace('\\', '/'), default, default, default);
        return new ImportResult(null, [new ImportFinding(rule.Kind, rule.Slug, rule.Message, location, "")]);
    }

    /// <summary>Reads the files. Whatever is wrong with them is a finding.</summary>
    /// <exception cref="OperationCanceledException">The import was cancelled.</exception>
    public static ImportResult Import(PowerPlatformSource source, OpenApiImportOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        FindingLog log = new();
        DocumentSet documents = new(source.Definition, log);
        cancellation.ThrowIfCancellationRequested();
        ImportDocument? main = documents.ReadMain();
        ImportDocument? properties = source.Properties is { } file ? new DocumentSet(file, log).ReadMain() : null;
        ImportedConnector? connector = null;
        bool isReadable = source.Properties is null || properties is not null;
        if (main is not null && isReadable && SpecVersionReader.Read(main.Top, log) is { } version)
        {
            ApiProperties api = new(properties?.Top.Find("properties"), source.Script);
            OpenApiImportOptions reading = (options ?? new OpenApiImportOptions()) with
            {
                IgnoresSecurity = api.HasConnectionParameters,
                FixedValueOf = FixedValue.Of,
            };
            ImportContext context = new(main.Top, version, new ReferenceResolver(documents), log, reading, cancellation);
            connector = new ConnectorReader(context).Read(read => new PowerPlatformReader(context, api).Extend(read));
        }

        return new ImportResult(connector, log.ToSorted());
    }
}
