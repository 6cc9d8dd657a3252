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

    /// <summary>What the request proves itself by, as a bearer token, for the kind <see cref="SecurityKind.AppInstallation"/>; null where it carries the values of the account.</summary>
    public JwtAssertion? Assertion { get; init; }

    /// <summary>Reads the token from the answer.</summary>
    public required Func<ProviderResponse, ActionContext, string?> Token { get; init; }

    /// <summary>Reads from the answer after how many seconds the token expires; null where nobody says.</summary>
    public Func<ProviderResponse, ActionContext, string?>? ExpiresIn { get; init; }

    /// <summary>Reads from the answer at which time the token expires: a time of RFC 3339, or seconds or milliseconds since 1970; null where nobody says.</summary>
    public Func<ProviderResponse, ActionContext, string?>? ExpiresAt { get; init; }
}
