using Interactor.Import.Documents;

namespace Interactor.Import.OpenApi;

/// <summary>The body of a request as a document gives it.</summary>
/// <param name="Media">Its media types, in the order of the document.</param>
internal sealed record SpecBody(IReadOnlyList<SpecMedia> Media, bool IsRequired, string? Description, DocumentPlace Place);
