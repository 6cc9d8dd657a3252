namespace Interactor.Import.Writing;

/// <summary>A file of a definition.</summary>
/// <param name="Path">Inside the connector's folder, with forward slashes.</param>
public sealed record DefinitionFile(string Path, string Text);
