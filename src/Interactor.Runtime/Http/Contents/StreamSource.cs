namespace Interactor.Runtime.Http;

/// <summary>One stream, from where it stands; again from there where it can seek, but never by two at a time.</summary>
internal sealed class StreamSource(Stream stream) : ContentSource
{
    private const int Fresh = 0;
    private const int Reading = 1;
    private const int Read = 2;

    private readonly long _start = stream.CanSeek ? stream.Position : 0;
    private int _state;

    public override long? Length { get; } = stream.CanSeek ? stream.Length - stream.Position : null;

    public override bool CanOpen => Volatile.Read(ref _state) is Fresh || (Volatile.Read(ref _state) is Read && stream.CanSeek);

    public override bool IsRepeatable => stream.CanSeek || Volatile.Read(ref _state) is Fresh;

    public override ValueTask<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        int from = stream.CanSeek && Volatile.Read(ref _state) == Read ? Read : Fresh;
        if (Interlocked.CompareExchange(ref _state, Reading, from) != from)
        {
            throw new InteractorException(
                ErrorCode.InputInvalid, "The content of the request comes from a stream that was read already; give a stream for each call, or one that can seek.");
        }

        if (from == Read)
        {
            stream.Position = _start;
        }

        return new ValueTask<Stream>(stream);
    }

    public override ValueTask CloseAsync(Stream opened)
    {
        Volatile.Write(ref _state, Read);
        return default;
    }
}
