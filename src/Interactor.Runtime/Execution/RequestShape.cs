using Interactor.Runtime.Http;
using Interactor.Runtime.Xml;

namespace Interactor.Runtime.Execution;

/// <summary>What does not change between the calls of a request: computed once from its descriptor.</summary>
internal sealed class RequestShape
{
    public const string DefaultIdempotencyHeader = "Idempotency-Key";

    // A question that fails for a moment must not lose a job that took hours.
    private static readonly RetryRules Asking = new() { Attempts = 4, Statuses = [new(429, 429), new(502, 504)] };

    private static readonly TimeSpan PlainTimeout = TimeSpan.FromSeconds(30);

    /// <summary>The id of the action or the step, for logs and messages.</summary>
    public required string Name { get; init; }

    public required string? Server { get; init; }

    public required HttpMethod Method { get; init; }

    public required TimeSpan Timeout { get; init; }

    /// <summary>When an attempt is repeated; null where that could act twice.</summary>
    public RetryRules? Retry { get; init; }

    public IReadOnlyList<ErrorRule> Errors { get; init; } = [];

    /// <summary>Whether a successful response has to be looked at by the error rules.</summary>
    public bool HasSuccessRules { get; init; }

    /// <summary>Whether rules for errors or retries call scripts.</summary>
    public bool RulesCallScripts { get; init; }

    /// <summary>How a successful response is read that is XML; null for the generic shape.</summary>
    public XmlShape? Xml { get; init; }

    public string Accept { get; init; } = "application/json";

    public string? IdempotencyHeader { get; init; }

    /// <summary>Whether the body of a successful response is left to the caller, who reads it while it arrives.</summary>
    public bool LeavesBody { get; init; }

    public static RequestShape Of(ActionDescriptor action, string name, string? server, string method, ResponseBodyKind bodyKind, XmlShape? xml = null)
    {
        string accept = bodyKind switch
        {
            ResponseBodyKind.Json => "application/json",
            ResponseBodyKind.Xml => XmlMediaType.Accepted,
            _ => "*/*",
        };
        return Of(action, name, server, method, accept, xml: xml);
    }

    public static RequestShape Of(ActionDescriptor action, string name, string? server, string method, string accept, bool leavesBody = false, XmlShape? xml = null) => new()
    {
        Xml = xml,
        Name = name,
        Server = server,
        Method = HttpMethod.Parse(method),
        Timeout = action.Timeout,
        Retry = action is { IsRepeatable: true, Retry.Attempts: > 1 } ? action.Retry : null,
        Errors = action.Errors,
        HasSuccessRules = action.Errors.Any(static rule => rule.Covers(isSuccess: true)),
        RulesCallScripts = action.Retry?.WhenCalls is not null || action.Errors.Any(static rule => rule is not { WhenCalls: null, TextCalls: null }),
        Accept = accept,
        LeavesBody = leavesBody,
        IdempotencyHeader = action.Idempotency == ActionIdempotency.Key ? action.IdempotencyHeader ?? DefaultIdempotencyHeader : null,
    };

    /// <summary>The shape of a request about a job that an action began. One that only asks is repeated whatever the action does, by rules of the runtime's where it has none.</summary>
    public static RequestShape OfJob(ActionDescriptor action, JobEndpoint endpoint, ResponseBodyKind bodyKind, XmlShape? xml)
    {
        RequestShape shape = Of(action, action.Id, endpoint.Server, endpoint.Method, bodyKind, xml);
        return shape.Method != HttpMethod.Get && shape.Method != HttpMethod.Head ? shape : new RequestShape
        {
            Name = shape.Name,
            Server = shape.Server,
            Method = shape.Method,
            Timeout = shape.Timeout,
            Retry = (action.Retry ?? Asking) is { Attempts: > 1 } retry ? retry : null,
            Errors = shape.Errors,
            HasSuccessRules = shape.HasSuccessRules,
            RulesCallScripts = shape.RulesCallScripts,
            Xml = xml,
            Accept = shape.Accept,
        };
    }

    /// <summary>The shape of a request that a security method sends for itself.</summary>
    public static RequestShape OfPlain(string name, string? server, string method) => new()
    {
        Name = name,
        Server = server,
        Method = HttpMethod.Parse(method),
        Timeout = PlainTimeout,
    };
}
