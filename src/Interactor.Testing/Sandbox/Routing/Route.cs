using Interactor.Testing.Examples;

namespace Interactor.Testing.Sandbox.Routing;

/// <summary>A template with what answers it.</summary>
/// <param name="Shown">The route as callers see it.</param>
/// <param name="Template">The URL.</param>
/// <param name="Credentials">What a request has to carry: any one of these; empty for nothing.</param>
/// <param name="Likeness">How much a request is like those of the route, to choose among routes with one path.</param>
/// <param name="Answer">Gives the response to a request and the values in its path.</param>
/// <param name="IsPrivate">The body of its requests is a credential and stays out of the log.</param>
internal sealed record Route(
    SandboxRoute Shown,
    UrlTemplate Template,
    IReadOnlyList<CredentialRule> Credentials,
    Func<SentRequest, int> Likeness,
    Func<SentRequest, string[], SandboxReply> Answer,
    bool IsPrivate = false);
