namespace Interactor.Testing.Sandbox;

/// <summary>A request that the sandbox answers.</summary>
/// <param name="Connector">The connector's address, <c>owner/id</c>.</param>
/// <param name="Name">What it belongs to: the id of an action, with its step where it has steps, or what a security method uses it for.</param>
/// <param name="Method">The request method.</param>
/// <param name="Path">The path with <c>{name}</c> for what a request decides.</param>
/// <param name="Host">The host of the third party; null where a request decides.</param>
/// <param name="Response">Where the response comes from: <c>tests</c>, <c>schema</c> or <c>authorization</c>.</param>
public sealed record SandboxRoute(string Connector, string Name, string Method, string Path, string? Host, string Response)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path}";
}
