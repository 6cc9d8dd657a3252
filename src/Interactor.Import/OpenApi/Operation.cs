using Interactor.Import.Documents;

namespace Interactor.Import.OpenApi;

/// <summary>An operation of a document, before it is read.</summary>
/// <param name="Method">In upper case.</param>
/// <param name="PathItem">What it shares with the other operations of the path.</param>
internal sealed record Operation(string Path, string Method, DocumentPlace PathItem, DocumentPlace Place)
{
    public string? OperationId => Place.TextOf("operationId") is { } id && !string.IsNullOrWhiteSpace(id) ? id.Trim() : null;

    public IReadOnlyList<string> Tags { get; } = [.. Place.TextsOf("tags")];
}
