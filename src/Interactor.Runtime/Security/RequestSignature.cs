using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>What a definition says about the signature of each request, for the kind <see cref="SecurityKind.Custom"/>.</summary>
public sealed class RequestSignature
{
    private static readonly ObjectPool<RequestBuilder> Builders = new(static () => new RequestBuilder());

    /// <summary>The scripts that the signature needs; null for none.</summary>
    public ScriptCalls<UnsignedRequest>? Calls { get; init; }

    /// <summary>Writes the headers and the query parameters that the signature adds.</summary>
    public required Action<RequestBuilder, UnsignedRequest, ActionContext> Write { get; init; }

    /// <summary>Signs a request that is written, and has its credential and its URL.</summary>
    /// <returns>The URL with what the signature adds to its query.</returns>
    internal async ValueTask<Uri> SignAsync(RequestToSign request, CancellationToken cancellationToken)
    {
        request.Headers.Unsign();
        RequestBuilder added = Builders.Rent();
        try
        {
            await WriteAsync(added, request, cancellationToken).ConfigureAwait(false);
            Uri bare = RequestUri.WithoutQuery(request.Uri, added.Target);
            if (!ReferenceEquals(bare, request.Uri))
            {
                // A redirect or a link brought an old signature along, which the new one must not cover.
                added.Clear();
                request = request with { Uri = bare };
                await WriteAsync(added, request, cancellationToken).ConfigureAwait(false);
            }

            foreach ((string name, string value) in added.Headers)
            {
                request.Headers.Header(name, value);
            }

            return added.Target.IsEmpty ? request.Uri : RequestUri.WithQuery(request.Uri, added.Target[1..]);
        }
        finally
        {
            added.Clear();
            Builders.Return(added);
        }
    }

    private async ValueTask WriteAsync(RequestBuilder added, RequestToSign request, CancellationToken cancellationToken)
    {
        UnsignedRequest unsigned = new(request);
        if (Calls is not null)
        {
            await Calls.MakeAsync(unsigned, request.Context, cancellationToken).ConfigureAwait(false);
        }

        Write(added, unsigned, request.Context);
    }
}
