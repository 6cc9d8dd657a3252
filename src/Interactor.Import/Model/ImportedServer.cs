namespace Interactor.Import.Model;

/// <summary>A base URL by name.</summary>
public sealed record ImportedServer(string Name, DefinitionText Url);
