using Interactor.Compiler.Text;
using Interactor.Import;
using Interactor.Import.Documents;
using Interactor.Import.OpenApi;
using Interactor.Import.PowerPlatform;
using Interactor.Import.Providers;
using Interactor.Import.Writing;

namespace Interactor.Corpus.Documents;

/// <summary>Finds the documents that a run is asked for, in the order of their ids.</summary>
internal static class CorpusDocuments
{
    private static readonly string[] Extensions = [".json", ".yaml", ".yml"];

    public static IReadOnlyList<CorpusDocument> Of(CorpusOptions options) => [.. OfOpenApi(options.OpenApi), .. OfPowerPlatform(options.PowerPlatform), .. OfProviders(options.Providers)];

    private static IEnumerable<CorpusDocument> OfOpenApi(string? where) => where switch
    {
        null => [],
        ['@', .. string list] => File.ReadLines(list)
            .Where(line => line.Length > 0)
            .Select(line => OpenApi(line, Path.GetFullPath(line, Path.GetDirectoryName(Path.GetFullPath(list))!))),
        _ => Directory.EnumerateFiles(where, "*", SearchOption.AllDirectories)
            .Where(path => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            .Select(path => OpenApi(Path.GetRelativePath(where, path).Replace('\\', '/'), path))
            .OrderBy(d => d.Id, StringComparer.Ordinal),
    };

    private static CorpusDocument OpenApi(string id, string path) => new(id, new FileInfo(path).Length, cancellation =>
        Written(OpenApiImporter.Import(DocumentSource.FromFile(path), cancellation: cancellation)));

    private static IEnumerable<CorpusDocument> OfPowerPlatform(string? where) => where is null ? [] : Directory.EnumerateDirectories(where)
        .OrderBy(folder => folder, StringComparer.Ordinal)
        .Select(folder => new CorpusDocument(Path.GetFileName(folder), Directory.EnumerateFiles(folder).Sum(f => new FileInfo(f).Length), cancellation =>
            Written(PowerPlatformImporter.ImportFolder(folder, cancellation: cancellation))));

    // One file holds all providers: it is read once, and each of them is a document.
    private static IEnumerable<CorpusDocument> OfProviders(string? file) => file is null ? [] : AuthProvidersImporter.Import(DocumentSource.FromFile(file)).Providers
        .Select(provider => new CorpusDocument(provider.Name, 0, _ => Written(new ImportResult(provider.Connector, provider.Findings))));

    private static ImportedDefinition Written(ImportResult result) => new(
        result.Connector is { } connector ? [new SourceFile("connector.json", ConnectorFileWriter.Write(connector))] : [],
        result.Findings);
}
