namespace Interactor.Import.OpenApi;

/// <summary>What an operation needs.</summary>
/// <param name="Methods">Ids of methods in order of preference; empty for none at all.</param>
internal sealed record OperationSecurity(IReadOnlyList<string> Methods, IReadOnlyList<string> Scopes);
