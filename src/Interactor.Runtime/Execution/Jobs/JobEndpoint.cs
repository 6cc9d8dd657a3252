namespace Interactor.Runtime.Execution;

/// <summary>Where a request about a job goes.</summary>
/// <param name="Server">The name of the server; null for a whole URL.</param>
/// <param name="Method">The request method.</param>
internal readonly record struct JobEndpoint(string? Server, string Method);
