using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>Items of JSON as they come, for one list of all of them; more than a limit is refused.</summary>
internal sealed class JsonListBuffer : IDisposable
{
    private readonly PooledBuffer _buffer;

    public JsonListBuffer(int limit)
    {
        _buffer = PooledBuffer.Rent(limit);
        _buffer.Write("["u8);
    }

    public void Add(ReadOnlySpan<byte> item)
    {
        if (_buffer.WrittenCount > 1)
        {
            _buffer.Write(","u8);
        }

        _buffer.Write(item);
    }

    public byte[] ToArray()
    {
        _buffer.Write("]"u8);
        return _buffer.WrittenSpan.ToArray();
    }

    public void Dispose() => _buffer.Return();
}
