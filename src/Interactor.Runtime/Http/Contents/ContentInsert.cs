using System.Buffers;

namespace Interactor.Runtime.Http;

/// <summary>Content that is not in memory, at its place among the bytes of a body that are.</summary>
internal readonly record struct ContentInsert(int Offset, BinaryContent Content)
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>Copies the content.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: it cannot be read, or is not as long as it was said to be.</exception>
    public async ValueTask CopyToAsync(Stream target, long? length, CancellationToken cancellationToken)
    {
        ContentSource source = Content.Source!;
        Stream stream = await Guard(static (s, token) => s.OpenAsync(token), source, cancellationToken).ConfigureAwait(false);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long total = 0;
            while (await Guard(static (s, token) => s.Stream.ReadAsync(s.Buffer, token), (Stream: stream, Buffer: buffer), cancellationToken).ConfigureAwait(false) is > 0 and int read)
            {
                total += read;
                if (total > length)
                {
                    break;
                }

                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }

            if (length is { } said && total != said)
            {
                throw new InteractorException(
                    ErrorCode.InputInvalid, $"The content of the request has {(total > said ? "more" : $"{total} bytes and thus fewer")} than the {said} bytes that it was said to have.");
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            await source.CloseAsync(stream).ConfigureAwait(false);
        }
    }

    // What the caller's stream throws says nothing of the provider.
    private static async ValueTask<T> Guard<TState, T>(Func<TState, CancellationToken, ValueTask<T>> read, TState state, CancellationToken cancellationToken)
    {
        try
        {
            return await read(state, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (InteractorException or OutOfMemoryException) && !cancellationToken.IsCancellationRequested)
        {
            throw new InteractorException(ErrorCode.InputInvalid, $"The content of the request could not be read ({e.GetType().Name}).", e);
        }
    }
}
