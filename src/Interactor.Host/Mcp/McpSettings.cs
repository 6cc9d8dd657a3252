namespace Interactor.Host.Mcp;

/// <summary>What a client of the Model Context Protocol gets that is connected to a host in this process.</summary>
public sealed class McpSettings
{
    /// <summary>The name of the environment in which it acts.</summary>
    public string Environment { get; init; } = "Development";

    /// <summary>The organization of the environment; null where one organization has an environment of that name.</summary>
    public string? Organization { get; init; }

    /// <summary>The ids or addresses of the connectors whose actions are its tools; empty for all.</summary>
    public IReadOnlyList<string> Connectors { get; init; } = [];

    /// <summary>What its tools may do: <c>read</c>, <c>write</c>, <c>destructive</c>; empty for anything.</summary>
    public IReadOnlyList<string> Effects { get; init; } = [];

    /// <summary>The account that every call acts for; null where each call names one.</summary>
    public string? Account { get; init; }
}
