using Interactor.Import.Documents;

namespace Interactor.Import.OpenApi;

/// <summary>A response as a document gives it.</summary>
/// <param name="Status">The key: a code, a class, or <c>default</c>.</param>
/// <param name="Media">Its media types; none where it has no body.</param>
internal sealed record SpecResponse(string Status, IReadOnlyList<SpecMedia> Media, DocumentPlace Place);
