namespace Interactor.Host.Drafts;

/// <summary>A draft without its files, as a list has it.</summary>
internal sealed class DraftHead
{
    public required string Connector { get; init; }

    public required long Revision { get; init; }

    /// <summary>In milliseconds since 1970.</summary>
    public required long UpdatedAt { get; init; }
}
