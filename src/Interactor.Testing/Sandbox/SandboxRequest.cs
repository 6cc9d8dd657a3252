namespace Interactor.Testing.Sandbox;

/// <summary>A request that the sandbox answered, without its credentials.</summary>
/// <param name="Time">When it came.</param>
/// <param name="Method">The request method.</param>
/// <param name="Host">The host that it was meant for, as far as known.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body as text, at most four thousand characters of it; empty for requests of an authorization.</param>
/// <param name="Status">The status of the response.</param>
/// <param name="Route">The route that answered; null where there was none.</param>
public sealed record SandboxRequest(
    DateTimeOffset Time,
    string Method,
    string Host,
    string Target,
    IReadOnlyDictionary<string, string> Headers,
    string Body,
    int Status,
    SandboxRoute? Route);
