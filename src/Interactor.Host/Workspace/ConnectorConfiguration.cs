namespace Interactor.Host.Workspace;

/// <summary>What an environment configures a connector with. The values may be secret.</summary>
/// <param name="Values">The values of the connector's variables by name.</param>
/// <param name="IsLive">Whether its provider is called, or the sandbox; null where nobody said.</param>
internal sealed record ConnectorConfiguration(IReadOnlyDictionary<string, string> Values, bool? IsLive)
{
    /// <summary>Says the names only.</summary>
    public override string ToString() => $"ConnectorConfiguration {{ Values = [{string.Join(", ", Values.Keys)}], IsLive = {IsLive} }}";
}
