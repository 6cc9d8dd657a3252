using System.IO.Pipelines;
using System.Net;
using System.Text;

namespace Interactor.Runtime.Tests.Fakes;

/// <summary>The body of a response that a test feeds piece by piece, and that knows whether it was let go of.</summary>
public sealed class FedBody
{
    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when whoever reads the body disposes it.</summary>
    public Task Released => _released.Task;

    public HttpResponseMessage ToResponse(string mediaType = "application/x-ndjson")
    {
        HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new StreamContent(new Source(_pipe.Reader.AsStream(), _released)) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return response;
    }

    public Task FeedAsync(string text) => _pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();

    public void End(Exception? failure = null) => _pipe.Writer.Complete(failure);

    private sealed class Source(Stream inner, TaskCompletionSource released) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => inner.ReadAsync(buffer, offset, count, cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            released.TrySetResult();
            base.Dispose(disposing);
        }
    }
}
