using System.Net.Http.Headers;
using Interactor.Runtime.Http;

namespace Interactor.Runtime;

/// <summary>
/// An answer of bytes that is read while it arrives. It holds a connection to the provider until it is disposed; disposing it early ends the transfer.
/// </summary>
public sealed class Download : IDisposable, IAsyncDisposable
{
    private readonly Reply _reply;
    private int _isDisposed;

    internal Download(Reply reply, Stream content)
    {
        _reply = reply;
        Content = content;
        Headers = new ResponseHeaders(reply.Message);
        HttpContentHeaders headers = reply.Message.Content.Headers;
        Length = headers.ContentLength;
        MediaType = headers.ContentType?.ToString();
        FileName = headers.ContentDisposition is { } disposition ? SafeFileName.Of((disposition.FileNameStar ?? disposition.FileName)?.Trim('"')) : null;
    }

    /// <summary>
    /// The bytes, once and in order. A transfer that breaks, or is silent for longer than <see cref="ConnectorOptions.StreamIdleTimeout"/> while it is read
    /// asynchronously, is an <see cref="IOException"/>, as of any stream.
    /// </summary>
    public Stream Content { get; }

    /// <summary>How many bytes there are; null where the provider did not say, or sent them compressed.</summary>
    public long? Length { get; }

    /// <summary>The media type, with its parameters; null where the provider named none.</summary>
    public string? MediaType { get; }

    /// <summary>
    /// The file name that the provider proposes (RFC 6266), made safe for every system (section 4.3): without directories and drives, control characters and
    /// those that some system forbids are <c>_</c>, and no name of a device; null where it proposes none.
    /// </summary>
    public string? FileName { get; }

    /// <summary>The status code, 200–299.</summary>
    public int Status => _reply.Status;

    /// <summary>The headers.</summary>
    public ResponseHeaders Headers { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            Content.Dispose();
            _reply.Dispose();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            await Content.DisposeAsync().ConfigureAwait(false);
            _reply.Dispose();
        }
    }
}
