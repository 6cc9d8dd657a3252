using Interactor.Compiler.Text;
using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.Overlays;

/// <summary>
/// A file that says what a connector made of a document has otherwise than the document: a definition with nothing in it but the
/// differences.
/// </summary>
/// <param name="path">As messages show it.</param>
public sealed class OverlayFile(string path, string text)
{
    private static readonly string[] Extensions = [".overlay.yaml", ".overlay.yml", ".overlay.json"];

    /// <summary>The overlay that belongs to a document by its name: <c>stripe.overlay.yaml</c> to <c>stripe.json</c>. Null where there is none.</summary>
    public static string? Beside(string document) =>
        Extensions.Select(e => Path.ChangeExtension(document, null) + e).FirstOrDefault(File.Exists);

    /// <exception cref="IOException">The file cannot be read.</exception>
    public static OverlayFile Read(string path) => new(path.Replace('\\', '/'), File.ReadAllText(path));

    /// <summary>The same import with the differences. What is wrong with the overlay is an error, and there is no connector then.</summary>
    /// <exception cref="OperationCanceledException">The check of the result was cancelled.</exception>
    public ImportResult ApplyTo(ImportResult result, CancellationToken cancellation = default)
    {
        if (result.Connector is not { } connector)
        {
            return result;
        }

        FindingLog log = new();
        if (DocumentReader.Read(Path.GetFileName(path), new SourceFile(path, text), log) is { } document)
        {
            ImportedConnector changed = new ConnectorOverlay(document.Top, log).ApplyTo(connector);
            if (!log.HasErrors)
            {
                new OverlayCheck(document.Top, log, cancellation).Check(connector, changed);
            }

            connector = changed;
        }

        IReadOnlyList<ImportFinding> findings = log.ToSorted();
        return new ImportResult(log.HasErrors ? null : connector, [.. result.Findings, .. findings])
        {
            OverlayErrors = [.. findings.Where(f => f.Kind == FindingKind.Error)],
        };
    }
}
