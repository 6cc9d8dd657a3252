namespace Interactor.Import.Model;

/// <summary>A schema under a name.</summary>
public sealed record ImportedDatatype(string Name, ImportedSchema Schema);
