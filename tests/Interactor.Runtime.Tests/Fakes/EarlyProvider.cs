namespace Interactor.Runtime.Tests.Fakes;

/// <summary>A provider that answers before it has read all of a body, as one may with HTTP/2, and reads the rest slowly, or none of it.</summary>
public sealed class EarlyProvider(params (HttpResponseMessage Answer, long Takes)[] answers) : HttpMessageHandler
{
    private readonly List<(HttpRequestMessage Message, Sink Body)> _requests = [];

    /// <summary>How many bytes of the body of each request were taken.</summary>
    public IEnumerable<long> Taken => _requests.Select(static request => request.Body.Length);

    public IReadOnlyList<HttpRequestMessage> Messages => [.. _requests.Select(static request => request.Message)];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (HttpResponseMessage answer, long takes) = answers[Math.Min(_requests.Count, answers.Length - 1)];
        Sink sink = new(takes);
        _requests.Add((request, sink));
        Task writing = request.Content!.CopyToAsync(sink, cancellationToken);
        await Task.WhenAny(writing, sink.Begun);
        return answer;
    }

    private sealed class Sink(long takes) : Stream
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long _taken;

        public Task Begun => _begun.Task;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Interlocked.Read(ref _taken);

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            long taken = Interlocked.Add(ref _taken, buffer.Length);
            _begun.TrySetResult();
            await Task.Delay(taken < takes ? TimeSpan.FromMilliseconds(1) : Timeout.InfiniteTimeSpan, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
