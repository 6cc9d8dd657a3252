using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>A request that withdraws the grant at the provider, such as a token revocation (RFC 7009).</summary>
public sealed class DisconnectRequest
{
    /// <summary>The name of the server that the path belongs to; null where <see cref="Build"/> gives a whole URL.</summary>
    public string? Server { get; init; }

    /// <summary>The request method.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>Writes the request.</summary>
    public required Action<RequestBuilder, ActionContext> Build { get; init; }
}
