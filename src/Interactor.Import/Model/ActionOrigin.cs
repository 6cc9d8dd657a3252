using Interactor.Import.Documents;

namespace Interactor.Import.Model;

/// <summary>The operation of a document that an action was made from.</summary>
/// <param name="Method">In upper case.</param>
/// <param name="Path">As it stands in the document.</param>
public sealed record ActionOrigin(string Method, string Path, string? OperationId, IReadOnlyList<string> Tags, DocumentPlace Place);
