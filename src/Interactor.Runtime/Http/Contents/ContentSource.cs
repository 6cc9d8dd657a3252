namespace Interactor.Runtime.Http;

/// <summary>Where bytes come from that are not in memory.</summary>
internal abstract class ContentSource
{
    public abstract long? Length { get; }

    /// <summary>Whether it can be read from its beginning now.</summary>
    public virtual bool CanOpen => true;

    /// <summary>Whether it can be read from its beginning once nobody reads it.</summary>
    public virtual bool IsRepeatable => true;

    /// <summary>A stream at the beginning.</summary>
    public abstract ValueTask<Stream> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Lets go of what was opened.</summary>
    public virtual ValueTask CloseAsync(Stream stream) => stream.DisposeAsync();
}
