namespace Interactor.Runtime.Execution;

/// <summary>Hands on a stream of events, and fails where one is longer than a limit, before the parser has held on to all of it and after those before it.</summary>
internal sealed class EventLimit(Stream inner, int limit, Func<Exception> tooLong) : Stream
{
    private long _event;
    private long _line;
    private bool _isAfterReturn;
    private bool _isTooLong;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Check();
        int read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Count(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        Check();
        int read = inner.Read(buffer, offset, count);
        Count(buffer.AsSpan(offset, read));
        return read;
    }

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Check()
    {
        if (_isTooLong)
        {
            throw tooLong();
        }
    }

    // A line ends with CR, LF or both; an empty line ends an event.
    private void Count(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
            int length = end < 0 ? bytes.Length : end;
            _line += length;
            _event += length;
            _isTooLong |= _event > limit;

            if (end < 0)
            {
                _isAfterReturn = false;
                return;
            }

            bool isSecondOfPair = bytes[end] == '\n' && _isAfterReturn && length == 0;
            if (_line == 0 && !isSecondOfPair)
            {
                _event = 0;
            }

            _line = 0;
            _isAfterReturn = bytes[end] == '\r';
            bytes = bytes[(end + 1)..];
        }
    }
}
