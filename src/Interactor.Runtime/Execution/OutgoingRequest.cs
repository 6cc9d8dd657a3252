using Interactor.Runtime.Http;
using Interactor.Runtime.Security;

namespace Interactor.Runtime.Execution;

/// <summary>One request of a call, through all of its attempts.</summary>
internal abstract class OutgoingRequest(RequestShape shape, ActionContext context)
{
    private string? _idempotencyKey;

    public RequestShape Shape { get; } = shape;

    public ActionContext Context { get; } = context;

    /// <summary>What logs and metrics call it: the action, or the part of a security method.</summary>
    public string Name => Context.Action?.Id ?? Shape.Name;

    /// <summary>Tells the requests of one call apart in its idempotency key.</summary>
    public string? KeySuffix { get; init; }

    /// <summary>How many attempts began.</summary>
    public int Attempt { get; set; }

    /// <summary>Whether the token was refreshed for this request already, which happens once.</summary>
    public bool IsRenewed { get; set; }

    /// <summary>The session whose credential the last attempt carried.</summary>
    public Session? SessionUsed { get; set; }

    /// <summary>Whether the last attempt was redirected to another host, which saw no credential and so says nothing of it.</summary>
    public bool IsElsewhere { get; set; }

    public TimeSpan Timeout => Context.Options?.Timeout ?? Shape.Timeout;

    /// <summary>The key that every attempt of this request carries.</summary>
    public string IdempotencyKey => _idempotencyKey ??= Context.Options?.IdempotencyKey is not { } given
        ? Context.Runtime.NewUuid()
        : KeySuffix is null ? given : $"{given}-{KeySuffix}";

    /// <summary>Whether scripts are called before each attempt.</summary>
    public virtual bool CallsScripts => false;

    /// <summary>Calls the scripts that <see cref="Build"/> needs.</summary>
    public virtual ValueTask CallScriptsAsync(CancellationToken cancellationToken) => default;

    public abstract void Build(RequestBuilder builder);

    /// <summary>Whether its answer may begin a job, whose end is awaited.</summary>
    public virtual bool IsJob => false;

    /// <summary>Awaits the end of the job; the answer that the output is made of.</summary>
    /// <param name="reply">The answer to this request, which is disposed unless it is given back.</param>
    public virtual ValueTask<Reply> FollowAsync(Reply reply) => new(reply);

    /// <summary>Awaits the end of a job that an earlier call began, in place of sending this request.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: it is another action's job.</exception>
    public virtual ValueTask<Reply> ResumeAsync(PendingJob job) => throw PendingJobRules.NoJob(Name);

    /// <summary>Where the last attempt went, or was last redirected to; links in answers may be relative to it.</summary>
    public Uri? Url { get; private set; }

    /// <summary>Takes notice of where an attempt goes.</summary>
    public virtual void GoesTo(Uri uri) => Url = uri;
}
