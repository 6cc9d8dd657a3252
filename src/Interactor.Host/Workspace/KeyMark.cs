namespace Interactor.Host.Workspace;

/// <summary>What may be known of the key of an environment.</summary>
internal sealed class KeyMark
{
    /// <summary>Its id, which stands in its text.</summary>
    public required string Id { get; init; }

    /// <summary>When it was made, in milliseconds since 1970.</summary>
    public required long CreatedAt { get; init; }
}
