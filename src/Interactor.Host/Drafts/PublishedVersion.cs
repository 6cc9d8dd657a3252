namespace Interactor.Host.Drafts;

/// <summary>A version of a connector that was published.</summary>
internal sealed class PublishedVersion
{
    public required string Owner { get; init; }

    public required string Connector { get; init; }

    public required string Version { get; init; }

    /// <summary>In milliseconds since 1970.</summary>
    public required long PublishedAt { get; init; }

    /// <summary>Whether callers get it who pin none: 1 or 0.</summary>
    public required long IsCurrent { get; init; }
}
