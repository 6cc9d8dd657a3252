using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>A request of the provider's own that gives a token, and how its answer says it.</summary>
public sealed class SessionRequest
{
    /// <summary>The name of the server that the path belongs to; null where <see cref="Build"/> gives a whole URL.</summary>
    public string? Server { get; init; }

    /// <summary>The request method.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>Writes the request.</summary>
    public required Action<RequestBuilder, ActionContext> Build { get; init; }

    /// <summary>Reads the token from the answer.</summary>
    public required Func<ProviderResponse, ActionContext, string?> Token { get; init; }

    /// <summary>Reads from the answer after how many seconds the token expires; null where nobody says.</summary>
    public Func<ProviderResponse, ActionContext, string?>? ExpiresIn { get; init; }
}
