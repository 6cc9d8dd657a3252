using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Text;
using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.Writing;

namespace Interactor.Import.Overlays;

/// <summary>
/// Asks the compiler what it finds wrong with a connector that an overlay has changed, and tells it at the overlay's places: nobody can
/// mend what was made of them.
/// </summary>
internal sealed class OverlayCheck(DocumentPlace top, FindingLog log, CancellationToken cancellation)
{
    private const string DefinitionPath = "connector.json";

    // One mistake in what all actions share can be found in each of them.
    private const int MostErrors = 50;

    public void Check(ImportedConnector before, ImportedConnector after)
    {
        List<SourceFile> files = Files(after);
        if (ErrorsOf(files) is not { Count: > 0 } errors)
        {
            return;
        }

        OverlayOrigins origins = new(top, after, files.Where(f => errors.Any(e => e.Location.Path == f.Path)));
        HashSet<string>? known = null;
        foreach (Diagnostic error in errors.Take(MostErrors))
        {
            OverlayOrigin origin = origins.Of(error.Location);
            if (origin.IsWritten)
            {
                log.Add(error with { Location = origin.Location }, origin.Pointer);
            }
            else if (!(known ??= [.. ErrorsOf(Files(before)).Select(KeyOf)]).Contains(KeyOf(error)))
            {
                // The document alone is right there, so the overlay took something away that is needed.
                log.Add(error with { Location = origin.Location }, origin.Pointer, $" (at '{origin.DefinitionPointer}' of the definition that comes out)");
            }
        }
    }

    private static string KeyOf(Diagnostic diagnostic) => diagnostic.Descriptor.Id + diagnostic.Message;

    private List<SourceFile> Files(ImportedConnector connector)
    {
        List<SourceFile> files = [new SourceFile(DefinitionPath, ConnectorFileWriter.Write(connector, cancellation))];
        if (NamesFileWriter.Write(connector) is { } names)
        {
            files.Add(new SourceFile(names.Path, names.Text));
        }

        return files;
    }

    private List<Diagnostic> ErrorsOf(List<SourceFile> files) =>
        [.. ConnectorBinder.Bind(new ConnectorSources("", files.ToEquatableArray()), cancellation).Diagnostics
            .Where(d => d.Descriptor.Severity == DiagnosticSeverity.Error)];
}
