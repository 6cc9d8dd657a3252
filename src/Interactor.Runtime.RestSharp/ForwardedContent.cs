using System.Net;
using System.Net.Http.Headers;

namespace Interactor.Runtime;

/// <summary>The body of another message, sent as it is and left alone when this message is disposed, because a later attempt may send it again.</summary>
internal sealed class ForwardedContent : HttpContent
{
    private readonly HttpContent _body;

    public ForwardedContent(HttpContent body)
    {
        _body = body;
        foreach ((string name, HeaderStringValues values) in body.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _body.CopyToAsync(stream, context);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _body.CopyToAsync(stream, context, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Headers.ContentLength ?? 0;
        return _body.Headers.ContentLength is not null;
    }
}
