using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;

namespace Interactor.Runtime;

/// <summary>A request about a job: for its state, or for its result.</summary>
public sealed class JobRequest<TInput, TStarted, TStatus>
{
    /// <summary>The name of the server that the path belongs to; null where <see cref="Build"/> gives a URL.</summary>
    public string? Server { get; init; }

    /// <summary>The request method (RFC 9110, section 9).</summary>
    public required string Method { get; init; }

    /// <summary>Writes the request. It runs once for each attempt. A URL may be relative to that of the action's own request.</summary>
    public required Action<RequestBuilder, Job<TInput, TStarted, TStatus>, ActionContext> Build { get; init; }

    internal JobEndpoint Endpoint => new(Server, Method);
}
