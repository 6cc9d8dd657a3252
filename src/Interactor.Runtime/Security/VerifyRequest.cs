using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>A request that proves that a new connection works, and says whose it is.</summary>
public sealed class VerifyRequest
{
    /// <summary>The name of the server that the path belongs to; null where <see cref="Build"/> gives a whole URL.</summary>
    public string? Server { get; init; }

    /// <summary>The request method.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>Writes the request.</summary>
    public required Action<RequestBuilder, ActionContext> Build { get; init; }

    /// <summary>Reads from the response whose the connection is; null where the provider does not say.</summary>
    public Func<ProviderResponse, ActionContext, AccountIdentity>? Identity { get; init; }
}
