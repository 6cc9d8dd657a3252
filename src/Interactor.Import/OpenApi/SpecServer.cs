using Interactor.Import.Documents;

namespace Interactor.Import.OpenApi;

/// <summary>A server as a document gives it.</summary>
/// <param name="Url">With <c>{name}</c> for its variables.</param>
internal sealed record SpecServer(string Url, IReadOnlyList<SpecVariable> Variables, DocumentPlace Place);

/// <summary>A variable of a server's URL.</summary>
internal sealed record SpecVariable(string Name, string? Default, IReadOnlyList<string> Choices, string? Description);
