namespace Interactor.Import.OpenApi;

/// <summary>One alternative of a security requirement: schemes that are all needed, each with the scopes that it asks for.</summary>
internal sealed record SecurityRequirement(IReadOnlyList<(SecurityScheme Scheme, IReadOnlyList<string> Scopes)> Schemes);
