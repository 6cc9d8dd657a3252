namespace Interactor.Runtime.Security;

/// <summary>What a scope allows beside itself, such as a broader scope the narrower ones, or a long name the short one.</summary>
/// <param name="Scope">The scope that was granted.</param>
/// <param name="Included">The scopes that need not be granted then.</param>
public sealed record IncludedScopes(string Scope, IReadOnlyList<string> Included);
