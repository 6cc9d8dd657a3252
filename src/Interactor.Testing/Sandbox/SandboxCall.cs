namespace Interactor.Testing.Sandbox;

/// <summary>A request that the sandbox answers, ready to send.</summary>
/// <param name="Method">The request method.</param>
/// <param name="Url">Where to send it, on this machine.</param>
/// <param name="Headers">The headers that it needs, its credential among them.</param>
public sealed record SandboxCall(string Method, Uri Url, IReadOnlyList<KeyValuePair<string, string>> Headers);
