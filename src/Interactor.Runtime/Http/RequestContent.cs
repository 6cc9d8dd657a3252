using System.Net;

namespace Interactor.Runtime.Http;

/// <summary>
/// The body of a request over a pooled buffer, with content that is not in memory between its bytes. The transport may still be writing it when the
/// response is there (HTTP/2) or when the call was cancelled, so the buffer is only reused after <see cref="TrySeal"/> said that nobody reads it and nobody will.
/// </summary>
internal sealed class RequestContent(ReadOnlyMemory<byte> bytes, IReadOnlyList<ContentInsert>? inserts = null) : HttpContent
{
    private const int Idle = 0;
    private const int Sealed = int.MinValue;

    /// <summary>Marks a message whose body is not in memory, for transports that would otherwise read all of it.</summary>
    public static readonly HttpRequestOptionsKey<bool> StreamedBody = new("Interactor.Runtime.StreamedBody");

    // Whoever gave content whose reading cannot be cancelled is not waited for without end.
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(5);

    // The number of writes under way, or Sealed.
    private int _state;

    private volatile ContentWrite? _write;

    // A write that did not end in time is not waited for again.
    private bool _isGivenUp;

    /// <summary>The body where it is in memory, until the call is over.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: some of it is not in memory.</exception>
    public ReadOnlyMemory<byte> Bytes => inserts is null
        ? bytes
        : throw new InteractorException(ErrorCode.InputInvalid, "The request is signed over its body, which therefore has to be in memory; give its content as bytes.");

    /// <summary>Whether some of the body is not in memory.</summary>
    public bool IsStreamed => inserts is not null;

    /// <summary>Whether the body can be sent once more now.</summary>
    public bool CanRepeat => inserts is null || inserts.All(static insert => insert.Content.CanRead);

    /// <summary>Whether the body can be sent once more when nobody writes it any longer.</summary>
    public bool IsRepeatable => inserts is null || inserts.All(static insert => insert.Content.Source!.IsRepeatable);

    /// <summary>Completes when content that is not in memory is not written any longer, whether it was written to its end or not.</summary>
    public Task Written => _write?.Ended ?? Task.CompletedTask;

    /// <summary>Why content could not be read; null where it could.</summary>
    public InteractorException? Fault { get; private set; }

    /// <summary>Ends a write of content that is not in memory.</summary>
    public void Stop() => _write?.Stop();

    /// <summary>Ends a write of content that is not in memory, and waits until it lets go of the content.</summary>
    public async ValueTask StopAsync()
    {
        Stop();
        if (!_isGivenUp)
        {
            await Written.WaitAsync(LongestStop, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _isGivenUp = !Written.IsCompleted;
        }
    }

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
            if (inserts is null)
            {
                await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                ContentWrite write = new();
                _write = write;
                await write.RunAsync(token => WritePiecesAsync(inserts, stream, token), cancellationToken).ConfigureAwait(false);
            }
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
        foreach (ContentInsert insert in inserts ?? [])
        {
            if (insert.Content.Length is not { } more)
            {
                return false;
            }

            length += more;
        }

        return true;
    }

    // The fault is known before the write is said to be over.
    private async Task WritePiecesAsync(IReadOnlyList<ContentInsert> pieces, Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAllAsync(pieces, stream, cancellationToken).ConfigureAwait(false);
        }
        catch (InteractorException e)
        {
            Fault = e;
            throw;
        }
    }

    private async Task WriteAllAsync(IReadOnlyList<ContentInsert> pieces, Stream stream, CancellationToken cancellationToken)
    {
        // A length that the header says is held to.
        bool isMeasured = Headers.ContentLength is not null;
        int at = 0;
        foreach (ContentInsert piece in pieces)
        {
            await stream.WriteAsync(bytes[at..piece.Offset], cancellationToken).ConfigureAwait(false);
            await piece.CopyToAsync(stream, isMeasured ? piece.Content.Length : null, cancellationToken).ConfigureAwait(false);
            at = piece.Offset;
        }

        await stream.WriteAsync(bytes[at..], cancellationToken).ConfigureAwait(false);
    }
}
