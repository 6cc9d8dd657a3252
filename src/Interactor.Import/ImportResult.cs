using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import;

/// <summary>What an import gives.</summary>
/// <param name="Connector">Null when the document cannot be read at all; the findings say why.</param>
/// <param name="Findings">By file and place. Errors in parts of a document do not keep the rest from being imported.</param>
public sealed record ImportResult(ImportedConnector? Connector, IReadOnlyList<ImportFinding> Findings)
{
    /// <summary>What is wrong with the overlay. There is no connector then, and the document's defects are not the reason.</summary>
    public IReadOnlyList<ImportFinding> OverlayErrors { get; init; } = [];

    /// <summary>Why there is no connector; else the parts of the document that are wrong.</summary>
    public IEnumerable<ImportFinding> Reasons => OverlayErrors.Count > 0 ? OverlayErrors : Findings.Where(f => f.Kind == FindingKind.Error);

    public bool HasErrors => Findings.Any(f => f.Kind == FindingKind.Error);
}
