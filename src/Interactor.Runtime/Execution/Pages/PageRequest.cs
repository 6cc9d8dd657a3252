using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>The request of one page: that of the first page, or what the page before says in its place.</summary>
internal sealed class PageRequest<TInput>(
    RequestShape shape, ActionContext context, Action<RequestBuilder, TInput, ActionContext> build, TInput input, PagePlace place) : OutgoingRequest(shape, context)
{
    /// <summary>The scripts that the request of the first page needs; null for none.</summary>
    public ScriptCalls<TInput>? Calls { get; init; }

    public override bool CallsScripts => Calls is not null && place.Request is null;

    public override ValueTask CallScriptsAsync(CancellationToken cancellationToken) => Calls!.MakeAsync(input, Context, cancellationToken);

    public override void Build(RequestBuilder builder)
    {
        if (place.Request is { } request)
        {
            request(builder, Context);
            return;
        }

        build(builder, input, Context);
        if (place.Link is { } link)
        {
            builder.Url(link.AbsoluteUri);
        }
    }

    public override void GoesTo(Uri uri)
    {
        base.GoesTo(uri);
        Context.Walk!.Url = uri;
    }
}
