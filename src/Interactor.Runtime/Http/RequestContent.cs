using System.Net;

namespace Interactor.Runtime.Http;

/// <summary>
/// The body of a request over a pooled buffer. The transport may still be writing it when the response is there (HTTP/2) or when the call was
/// cancelled, so the buffer is only reused after <see cref="TrySeal"/> said that nobody reads it and nobody will.
/// </summary>
internal sealed class RequestContent(ReadOnlyMemory<byte> bytes) : HttpContent
{
    private const int Idle = 0;
    private const int Sealed = int.MinValue;

    // The number of writes under way, or Sealed.
    private int _state;

    /// <summary>The body, until the call is over.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>Forbids further writes; false where one is under way.</summary>
    public bool TrySeal() => Interlocked.CompareExchange(ref _state, Sealed, Idle) == Idle;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _state) <= Idle)
        {
            Volatile.Write(ref _state, Sealed);
            throw new ObjectDisposedException(nameof(RequestContent), "The call that this body belongs to is over.");
        }

        try
        {
            await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _state);
        }
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        SerializeToStreamAsync(stream, context, cancellationToken).GetAwaiter().GetResult();

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
