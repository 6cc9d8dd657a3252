using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.Providers;

/// <summary>What became of one provider of a file.</summary>
/// <param name="Name">Its key in the file.</param>
/// <param name="Connector">Null where it is not converted; the errors among the findings say why.</param>
public sealed record ProviderImport(string Name, ImportedConnector? Connector, IReadOnlyList<ImportFinding> Findings);
