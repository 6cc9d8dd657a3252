using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;
using static Interactor.Runtime.Tests.Fakes.PagedActions;

namespace Interactor.Runtime.Tests.Execution;

public sealed class PageTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cursor_leads_from_page_to_page_until_there_is_none()
    {
        FakeProvider provider = new(_ => Answer(Page("b c", 1, 2)), _ => Answer(Page("d", 3)), static _ => Answer(Page("", 4)));
        Assert.Equal([1, 2, 3, 4], await ItemsAsync(provider, Cursor()));
        Assert.Equal(
            ["https://api.example.com/v1/things", "https://api.example.com/v1/things?cursor=b%20c", "https://api.example.com/v1/things?cursor=d"],
            provider.Requests.Select(static request => request.Url));
        Assert.All(provider.Requests, static request => Assert.Equal(TestConnector.Secret, request.Header("X-Key")));
    }

    [Fact]
    public async Task A_single_call_gives_the_first_page_and_reads_no_further_place()
    {
        FakeProvider provider = new(static _ => Answer("""{"items":[1],"next":7}"""));
        RequestAction<JsonValue, JsonValue> action = Of(new CursorPages<JsonValue, ResponseValue<JsonValue>, JsonValue> { Next = static (_, _, _) => throw new InvalidOperationException() });
        Assert.Equal([1], Items(await Executor(provider).ExecuteAsync(action, JsonValue.Null, cancellationToken: Token)));
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task Nothing_is_asked_for_before_it_is_wanted()
    {
        FakeProvider provider = new(static request => Answer(Page(request.Url + "x", 1, 2)));
        PagedItems<JsonValue, long> items = Executor(provider).ItemsAsync(Cursor(), Items, JsonValue.Null, cancellationToken: Token);
        Assert.Empty(provider.Requests);
        await foreach (long item in items)
        {
            Assert.Single(provider.Requests);
            if (item == 2)
            {
                break;
            }
        }

        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task Pages_are_given_whole_and_from_the_first_one_each_time()
    {
        FakeProvider provider = new(static request => Answer(request.Url.Contains("cursor", StringComparison.Ordinal) ? Page(null, 2) : Page("b", 1)));
        PagedItems<JsonValue, long> items = Executor(provider).ItemsAsync(Cursor(), Items, JsonValue.Null, cancellationToken: Token);
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal([Page("b", 1), Page(null, 2)], await items.Pages.Select(static page => page.ToString()).ToListAsync(Token));
        }
    }

    [Fact]
    public async Task Untyped_callers_get_each_page_as_its_bytes()
    {
        FakeProvider provider = new(_ => Answer(Page("b", 1)), static _ => Answer(Page(null, 2)));
        List<string> pages = await Executor(provider, Cursor())
            .PagesAsync("thing.list", null, default, cancellationToken: Token).Select(static page => System.Text.Encoding.UTF8.GetString(page.Span)).ToListAsync(Token);
        Assert.Equal([Page("b", 1), Page(null, 2)], pages);
    }

    [Fact]
    public async Task Untyped_callers_get_each_item_as_it_is_wanted()
    {
        FakeProvider provider = new(_ => Answer("""{"items":[{"a":[1,"]"]},null]}"""), static _ => Answer("[]"));
        RequestAction<JsonValue, JsonValue> action = Of(new CursorPages<JsonValue, ResponseValue<JsonValue>, JsonValue>
        {
            Next = static (_, _, context) => context.Page.Cursor == "" || context.Page.Cursor is null ? "b" : null,
            WriteItems = static (json, page) => (page.Element.ValueKind == System.Text.Json.JsonValueKind.Object ? new JsonValue(page.Element.GetProperty("items")) : JsonValue.Null).WriteTo(json),
        });
        List<string> items = [];
        await foreach (ReadOnlyMemory<byte> item in Executor(provider, action).ItemsAsync("thing.list", null, default, cancellationToken: Token))
        {
            Assert.Single(provider.Requests);
            items.Add(System.Text.Encoding.UTF8.GetString(item.Span));
        }

        Assert.Equal(["""{"a":[1,"]"]}""", "null"], items);
        Assert.Equal(2, provider.Requests.Count);
    }

    [Fact]
    public async Task An_action_without_pages_gives_one()
    {
        FakeProvider provider = new(static _ => Answer("7"));
        Assert.Equal(["7"], await Executor(provider).PagesAsync(TestActions.Get(), JsonValue.Null, cancellationToken: Token).Select(static page => page.ToString()).ToListAsync(Token));
        Assert.Single(provider.Requests);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 2)]
    [InlineData(5, 5)]
    [InlineData(20, 20)]
    [InlineData(100, 384)]
    public async Task A_repeated_cursor_stops_with_an_error(int round, int further)
    {
        // The provider goes round in a circle of so many cursors.
        FakeProvider provider = new(request => Answer(Page(((PlaceOf(request) + 1) % round).ToString(), PlaceOf(request))));
        List<long> given = [];
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(async () =>
        {
            await foreach (long item in Executor(provider).ItemsAsync(Cursor(), Items, JsonValue.Null, cancellationToken: Token))
            {
                given.Add(item);
            }
        });
        Assert.Equal((ErrorCode.ProviderError, "test/mini", "thing.list"), (failure.Code, failure.Connector, failure.Action));
        Assert.Contains("given before", failure.Message, StringComparison.Ordinal);
        Assert.InRange(given.Count, round, round + further + 1);

        static long PlaceOf(SentRequest request) => request.Url.Split("cursor=") is [_, var cursor] ? long.Parse(cursor) : 0;
    }

    [Fact]
    public async Task Ten_thousand_pages_are_walked_in_flat_memory()
    {
        const int Pages = 10_000;
        int asked = 0;
        Handler provider = new(request => Page(++asked == Pages ? null : "cursor-" + asked, asked));
        long sum = 0;
        long before = 0;
        long after = 0;
        await foreach (long item in Executor(provider).ItemsAsync(Cursor(), Items, JsonValue.Null, cancellationToken: Token))
        {
            sum += item;
            if (item == 1_000)
            {
                before = GC.GetTotalMemory(forceFullCollection: true);
            }
            else if (item == Pages - 1)
            {
                after = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        Assert.Equal(Pages, asked);
        Assert.Equal((long)Pages * (Pages + 1) / 2, sum);

        // Nine thousand pages that were held would be megabytes. Other tests run beside this one, so the bound is wide.
        Assert.InRange(after - before, long.MinValue, 64 * 1024 * 1024);
        Assert.True(provider.Answers.Skip(1_000).Take(8_000).All(static answer => !answer.IsAlive), "A page is held on to.");
    }

    [Fact]
    public async Task A_failure_keeps_what_was_given()
    {
        FakeProvider provider = new(_ => Answer(Page("b", 1, 2)), static _ => Status(404));
        List<long> given = [];
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(async () =>
        {
            await foreach (long item in Executor(provider).ItemsAsync(Cursor(), Items, JsonValue.Null, cancellationToken: Token))
            {
                given.Add(item);
            }
        });
        Assert.Equal(ErrorCode.NotFound, failure.Code);
        Assert.Equal([1, 2], given);
    }

    [Fact]
    public async Task Each_page_is_repeated_by_the_rules_of_the_action()
    {
        FakeClock clock = new();
        FakeProvider provider = new(_ => Answer(Page("b", 1)), static _ => Status(503), static _ => Answer(Page(null, 2)));
        Assert.Equal([1, 2], await clock.RunAsync(ItemsAsync(provider, Cursor(TestActions.Retry), clock)));
        Assert.Equal(provider.Requests[1].Url, provider.Requests[2].Url);
    }

    [Fact]
    public async Task A_token_that_expires_between_pages_is_refreshed()
    {
        FakeProvider provider = new(
            _ => Answer(Page("b", 1)), static _ => Status(401), static _ => Answer("""{"access_token":"t2","expires_in":3600}"""), static _ => Answer(Page("c", 2)), static _ => Answer(Page(null, 3)));
        RequestAction<JsonValue, JsonValue> action = Of(
            new CursorPages<JsonValue, ResponseValue<JsonValue>, JsonValue> { Next = static (_, response, _) => TextOf(response.Body, "next") },
            static (request, context) => request.Query("cursor", context.Page.Cursor),
            methods: ["oauth"]);
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(provider, TestConnector.Connected()));
        Assert.Equal([1, 2, 3], await executor.ItemsAsync(action, Items, JsonValue.Null, cancellationToken: Token).ToListAsync(Token));
        Assert.Equal("Bearer t2", provider.Requests[^1].Header("Authorization"));
        Assert.Equal(5, provider.Requests.Count);
    }

    [Fact]
    public async Task The_caller_can_stop_between_pages_and_within_one()
    {
        using CancellationTokenSource stop = new();
        FakeProvider provider = new(static request => Answer(Page(request.Url + "x", 1, 2)));
        OperationCanceledException cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (long item in Executor(provider).ItemsAsync(Cursor(), Items, JsonValue.Null, cancellationToken: Token).WithCancellation(stop.Token))
            {
                await stop.CancelAsync();
            }
        });
        Assert.True(cancelled.CancellationToken.IsCancellationRequested);
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task Each_page_has_an_idempotency_key_of_its_own()
    {
        FakeProvider provider = new(_ => Answer(Page("b", 1)), _ => Answer(Page("c", 2)), static _ => Answer(Page(null, 3)));
        await Executor(provider).ItemsAsync(Cursor(idempotency: ActionIdempotency.Key), Items, JsonValue.Null, new ActionOptions { IdempotencyKey = "k" }, Token).ToListAsync(Token);
        Assert.Equal(["k", "k-page-1", "k-page-2"], provider.Requests.Select(static request => request.Header("Idempotency-Key")));
    }

    [Theory]
    [InlineData(false, 0, new long[] { 1, 2, 3, 4 })]
    [InlineData(true, 0, new long[] { 0, 2, 4, 6 })]
    [InlineData(false, 2, new long[] { 1, 2, 3 })]
    [InlineData(true, 2, new long[] { 0, 2, 4 })]
    public async Task Numbers_are_counted_until_a_page_is_empty_or_not_full(bool countsItems, int size, long[] asked)
    {
        FakeProvider provider = new(_ => Answer(Page(null, 1, 2)), _ => Answer(Page(null, 3, 4)), _ => Answer(size == 0 ? Page(null, 5, 6) : Page(null, 5)), static _ => Answer("{}"));
        await ItemsAsync(provider, Numbers(countsItems, size));
        Assert.Equal(asked, provider.Requests.Select(static request => long.Parse(request.Url.Split("at=")[1])));
    }

    [Fact]
    public async Task The_provider_may_say_the_next_number()
    {
        FakeProvider provider = new(_ => Answer(Page("7", 1)), _ => Answer(Page(null, 2)));
        RequestAction<JsonValue, JsonValue> action = Numbers(false, 0, static (_, response, _) => TextOf(response.Body, "next"));
        Assert.Equal([1, 2], await ItemsAsync(provider, action));
        Assert.EndsWith("?at=7", provider.Requests[1].Url, StringComparison.Ordinal);

        FakeProvider odd = new(_ => Answer(Page("seven", 1)));
        Assert.Equal(ErrorCode.ContractViolation, (await Assert.ThrowsAsync<InteractorException>(() => ItemsAsync(odd, action))).Code);
    }

    [Fact]
    public async Task A_request_of_its_own_asks_for_the_next_page()
    {
        RequestAction<JsonValue, JsonValue> action = Of(new RequestPages<JsonValue, JsonValue, JsonValue>
        {
            When = static (_, response, _) => TextOf(response.Body, "next") is not null,
            Server = "api",
            Method = "POST",
            Build = static (request, _, response, _) =>
            {
                request.Path("/v1/things/continue");
                request.Text(TextOf(response.Body, "next")!, "text/plain");
            },
        });
        FakeProvider provider = new(_ => Answer(Page("b", 1)), _ => Answer(Page("c", 2)), static _ => Answer(Page(null, 3)));
        Assert.Equal([1, 2, 3], await ItemsAsync(provider, action));
        Assert.Equal(["GET ", "POST b", "POST c"], provider.Requests.Select(static request => $"{request.Method} {request.Body}"));
        Assert.All(provider.Requests, static request => Assert.Equal(TestConnector.Secret, request.Header("X-Key")));

        FakeProvider endless = new(_ => Answer(Page("b", 1)));
        Assert.Equal(ErrorCode.ProviderError, (await Assert.ThrowsAsync<InteractorException>(() => ItemsAsync(endless, action))).Code);
        Assert.Equal(2, endless.Requests.Count);
    }

    private static RequestAction<JsonValue, JsonValue> Numbers(
        bool countsItems, int size, Func<JsonValue, ResponseValue<JsonValue>, ActionContext, string?>? next = null) => Of(
            new NumberPages<JsonValue, ResponseValue<JsonValue>, JsonValue> { CountsItems = countsItems, Size = size, Next = next, Count = static page => Items(page)?.Count ?? 0 },
            static (request, context) => request.Query("at", context.Page.Number.ToString()));

    private static ActionExecutor Executor(HttpMessageHandler provider, params ActionDescriptor[] actions) => new(TestConnector.Make(actions), TestConnector.Options(provider));

    private static async Task<List<long>> ItemsAsync(FakeProvider provider, RequestAction<JsonValue, JsonValue> action, FakeClock? clock = null) =>
        await new ActionExecutor(TestConnector.Make(), TestConnector.Options(provider, clock: clock)).ItemsAsync(action, Items, JsonValue.Null, cancellationToken: Token).ToListAsync(Token);

    // Keeps no request, and its answers only weakly.
    private sealed class Handler(Func<HttpRequestMessage, string> answer) : HttpMessageHandler
    {
        public List<WeakReference> Answers { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = Answer(answer(request));
            Answers.Add(new WeakReference(response));
            return Task.FromResult(response);
        }
    }
}
