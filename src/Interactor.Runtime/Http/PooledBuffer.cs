using System.Buffers;

namespace Interactor.Runtime.Http;

/// <summary>
/// Bytes that grow in a pooled array: a buffer writer for JSON and a write-only stream for the body of a response, up to a limit.
/// </summary>
internal sealed class PooledBuffer : Stream, IBufferWriter<byte>
{
    // An array beyond this size goes back to the shared pool instead of staying with the buffer.
    private const int KeptBytes = 32 * 1024;

    private static readonly ObjectPool<PooledBuffer> Pool = new(static () => new PooledBuffer());

    private byte[] _bytes = new byte[4096];
    private bool _isShared;
    private int _count;
    private int _limit = int.MaxValue;

    public ReadOnlyMemory<byte> WrittenMemory => new(_bytes, 0, _count);

    public ReadOnlySpan<byte> WrittenSpan => new(_bytes, 0, _count);

    public int WrittenCount => _count;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _count;

    public override long Position { get => _count; set => throw new NotSupportedException(); }

    public static PooledBuffer Rent(int limit = int.MaxValue)
    {
        PooledBuffer buffer = Pool.Rent();
        buffer._limit = limit;
        return buffer;
    }

    public void Return()
    {
        _limit = int.MaxValue;
        Recycle();
        Pool.Return(this);
    }

    /// <summary>Empties the buffer for the next use by the same owner.</summary>
    public void Recycle()
    {
        Clear();
        if (_isShared && _bytes.Length > KeptBytes)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = new byte[4096];
            _isShared = false;
        }
    }

    public void Clear() => _count = 0;

    public void Advance(int count) => _count += count;

    /// <summary>Takes back what was written last.</summary>
    public void Retreat(int count) => _count -= count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 256));
        return _bytes.AsMemory(_count);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 256));
        return _bytes.AsSpan(_count);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > _limit - _count)
        {
            throw new InteractorException(ErrorCode.ContractViolation, $"The body of the response is longer than the limit of {_limit} bytes.");
        }

        Reserve(buffer.Length);
        buffer.CopyTo(_bytes.AsSpan(_count));
        _count += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.Span);
        return default;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Reserve(int more)
    {
        if (_bytes.Length - _count >= more)
        {
            return;
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max((long)_count + more, 2L * _bytes.Length)));
        _bytes.AsSpan(0, _count).CopyTo(larger);
        if (_isShared)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = larger;
        _isShared = true;
    }
}
