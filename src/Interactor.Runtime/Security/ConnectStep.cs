using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>A request that is sent while an account is connected, to learn facts about it.</summary>
public sealed class ConnectStep
{
    /// <summary>The name of the server that the path belongs to; null where <see cref="Build"/> gives a whole URL.</summary>
    public string? Server { get; init; }

    /// <summary>The request method.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>Writes the request.</summary>
    public required Action<RequestBuilder, ActionContext> Build { get; init; }

    /// <summary>Reads facts from the response; later steps and every action see them.</summary>
    public required Action<NamedValues, ProviderResponse, ActionContext> Facts { get; init; }
}
