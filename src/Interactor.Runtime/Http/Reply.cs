namespace Interactor.Runtime.Http;

/// <summary>A response whose body is in a pooled buffer. It is disposed exactly once, by whoever took it from the sender.</summary>
internal readonly struct Reply(HttpResponseMessage message, PooledBuffer body) : IDisposable
{
    public HttpResponseMessage Message { get; } = message;

    public PooledBuffer Body { get; } = body;

    public int Status => (int)Message.StatusCode;

    public void Dispose()
    {
        Message.Dispose();
        Body.Return();
    }
}
