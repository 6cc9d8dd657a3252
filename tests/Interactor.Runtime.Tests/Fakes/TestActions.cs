using Interactor.Runtime.Http;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Tests.Fakes;

/// <summary>Descriptors as the compiler would write them.</summary>
public static class TestActions
{
    public static readonly RetryRules Retry = new() { Attempts = 4, Statuses = [new(429, 429), new(500, 599)] };

    public static RequestAction<JsonValue, JsonValue> Get(
        Action<RequestBuilder, JsonValue, ActionContext>? build = null,
        string[]? methods = null,
        ErrorRule[]? errors = null,
        RetryRules? retry = null,
        TimeSpan? timeout = null) => new()
        {
            Id = "thing.get",
            Version = "1.0.0",
            Effect = ActionEffect.Read,
            Methods = methods ?? ["key"],
            Input = JsonContracts.Any,
            Output = JsonContracts.Any,
            Server = "api",
            Method = "GET",
            Errors = errors ?? [],
            Retry = retry,
            Timeout = timeout ?? TimeSpan.FromSeconds(30),
            Build = build ?? (static (request, _, _) => request.Path("/v1/thing")),
        };

    public static RequestAction<Thing, Thing> Create(ActionIdempotency idempotency = ActionIdempotency.No, RetryRules? retry = null, string[]? methods = null, string version = "1.0.0") => new()
    {
        Id = "thing.create",
        Version = version,
        Effect = ActionEffect.Write,
        Idempotency = idempotency,
        Methods = methods ?? ["key"],
        Input = Thing.Contract,
        Output = Thing.Contract,
        Server = "api",
        Method = "POST",
        Retry = retry,
        Build = static (request, input, _) =>
        {
            request.Path("/v1/things");
            ThingJson.Write(request.Json(), input);
        },
    };
}
