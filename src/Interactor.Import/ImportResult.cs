using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import;

/// <summary>What an import gives.</summary>
/// <param name="Connector">Null when the document cannot be read at all; the findings say why.</param>
/// <param name="Findings">By file and place. Errors in parts of a document do not keep the rest from being imported.</param>
public sealed record ImportResult(ImportedConnector? Connector, IReadOnlyList<ImportFinding> Findings)
{
    public bool HasErrors => Findings.Any(f => f.Kind == FindingKind.Error);
}
