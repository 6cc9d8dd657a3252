using System.Text.Json;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Tests.Fakes;

/// <summary>Actions that give pages, as the compiler would write them. A page is <c>{ items, next, more }</c>.</summary>
public static class PagedActions
{
    public static IReadOnlyList<long>? Items(JsonValue page) =>
        page.TryGetMember("items", out JsonValue items) ? [.. items.Element.EnumerateArray().Select(static item => item.GetInt64())] : null;

    public static RequestAction<JsonValue, JsonValue> Of(
        PageRules<JsonValue, ResponseValue<JsonValue>, JsonValue>? pages,
        Action<RequestBuilder, ActionContext>? build = null,
        RetryRules? retry = null,
        string[]? methods = null,
        ActionIdempotency idempotency = ActionIdempotency.Yes) => new()
        {
            Id = "thing.list",
            Effect = ActionEffect.Read,
            Idempotency = idempotency,
            Methods = methods ?? ["key"],
            Input = JsonContracts.Any,
            Output = JsonContracts.Any,
            Server = "api",
            Method = "GET",
            Retry = retry,
            Pages = pages,
            Build = (request, _, context) =>
            {
                request.Path("/v1/things");
                build?.Invoke(request, context);
            },
        };

    public static RequestAction<JsonValue, JsonValue> Cursor(RetryRules? retry = null, ActionIdempotency idempotency = ActionIdempotency.Yes) => Of(
        new CursorPages<JsonValue, ResponseValue<JsonValue>, JsonValue> { Next = static (_, response, _) => TextOf(response.Body, "next") },
        static (request, context) => request.Query("cursor", context.Page.Cursor),
        retry,
        idempotency: idempotency);

    public static RequestAction<JsonValue, JsonValue> Link(string[]? methods = null) => Of(
        new LinkPages<JsonValue, ResponseValue<JsonValue>, JsonValue> { Next = static (_, response, _) => TextOf(response.Body, "next") },
        static (request, _) =>
        {
            request.Query("first", "1");
            request.Header("X-Version", "7");
        },
        methods: methods);

    public static string? TextOf(JsonValue value, string member) =>
        value.TryGetMember(member, out JsonValue text) && text.Kind == JsonValueKind.String ? text.Element.GetString() : null;

    public static string Page(string? next, params long[] items) =>
        $$"""{"items":[{{string.Join(',', items)}}],"next":{{(next is null ? "null" : JsonSerializer.Serialize(next))}}}""";
}
