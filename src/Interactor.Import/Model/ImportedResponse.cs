namespace Interactor.Import.Model;

/// <summary>What a status brings.</summary>
/// <param name="Status">A code, a class such as <c>4XX</c>, or <c>default</c>.</param>
/// <param name="MediaType">Null for a response without a body.</param>
public sealed record ImportedResponse(string Status, string? MediaType, ImportedSchema? Schema);
