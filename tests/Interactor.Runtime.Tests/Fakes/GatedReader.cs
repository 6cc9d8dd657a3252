namespace Interactor.Runtime.Tests.Fakes;

/// <summary>A provider that takes a part of a body, waits until a test lets it go on, and takes the rest.</summary>
public sealed class GatedReader(long stopsAt) : HttpMessageHandler
{
    private readonly TaskCompletionSource _isFull = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the provider takes no more.</summary>
    public Task Full => _isFull.Task;

    public long Taken { get; private set; }

    public void Open() => _gate.TrySetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await request.Content!.CopyToAsync(new Sink(this), cancellationToken);
        return FakeProvider.Answer("1");
    }

    private async ValueTask TakeAsync(int count)
    {
        Taken += count;
        if (Taken >= stopsAt)
        {
            _isFull.TrySetResult();
            await _gate.Task;
        }
    }

    private sealed class Sink(GatedReader reader) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => reader.TakeAsync(buffer.Length);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => reader.TakeAsync(count).AsTask();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
