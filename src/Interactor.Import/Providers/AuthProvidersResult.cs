using Interactor.Import.Findings;

namespace Interactor.Import.Providers;

/// <summary>What the import of a file of provider configurations gives.</summary>
/// <param name="Providers">In the order of their names.</param>
/// <param name="Findings">What is to be said about the file as a whole.</param>
public sealed record AuthProvidersResult(IReadOnlyList<ProviderImport> Providers, IReadOnlyList<ImportFinding> Findings)
{
    public bool HasErrors => Findings.Concat(Providers.SelectMany(p => p.Findings)).Any(f => f.Kind == FindingKind.Error);
}
