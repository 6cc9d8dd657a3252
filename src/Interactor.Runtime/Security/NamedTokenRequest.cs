using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>A request that gives a named token. It carries what it writes itself, and no credential beside that.</summary>
public sealed class NamedTokenRequest
{
    /// <summary>The name of the server that the path belongs to; null where <see cref="Build"/> gives a whole URL.</summary>
    public string? Server { get; init; }

    /// <summary>The request method.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>Writes the request.</summary>
    public required Action<RequestBuilder, ActionContext> Build { get; init; }
}
