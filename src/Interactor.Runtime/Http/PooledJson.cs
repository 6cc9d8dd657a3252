using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Interactor.Runtime.Http;

/// <summary>A JSON writer with the buffer that it writes to, kept for the next use.</summary>
internal sealed class PooledJson : IDisposable
{
    /// <summary>Bodies are never part of HTML, so only what JSON requires is escaped; the writers are generated, so their order is not checked again.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly ObjectPool<PooledJson> Pool = new(static () => new PooledJson());

    private readonly PooledBuffer _buffer = new();

    private PooledJson() => Writer = new Utf8JsonWriter((IBufferWriter<byte>)_buffer, Options);

    public Utf8JsonWriter Writer { get; }

    public ReadOnlySpan<byte> Written
    {
        get
        {
            Writer.Flush();
            return _buffer.WrittenSpan;
        }
    }

    public static PooledJson Rent() => Pool.Rent();

    /// <summary>Empties it for the next value.</summary>
    public void Reset()
    {
        _buffer.Recycle();
        Writer.Reset();
    }

    public void Dispose()
    {
        Reset();
        Pool.Return(this);
    }
}
