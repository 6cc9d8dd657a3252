namespace Interactor.Runtime.Http;

/// <summary>Streams that somebody opens, a new one each time.</summary>
internal sealed class OpenedSource(Func<CancellationToken, ValueTask<Stream>> open, long? length) : ContentSource
{
    public override long? Length => length;

    public override ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) => open(cancellationToken);
}
