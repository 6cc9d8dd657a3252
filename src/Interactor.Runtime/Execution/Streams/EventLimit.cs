namespace Interactor.Runtime.Execution;

/// <summary>Hands on a stream of events, and fails where one is longer than a limit, before the parser has held on to all of it and after those before it.</summary>
internal sealed class EventLimit(Stream inner, int limit, Func<Exception> tooLong) : ReadThroughStream(inner)
{
    private long _event;
    private long _line;
    private bool _isAfterReturn;
    private bool _isTooLong;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Check();
        int read = await Inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Count(buffer.Span[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        Check();
        int read = Inner.Read(buffer, offset, count);
        Count(buffer.AsSpan(offset, read));
        return read;
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
