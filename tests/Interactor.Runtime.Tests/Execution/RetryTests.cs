using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Execution;

public sealed class RetryTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly FakeClock _clock = new();

    [Fact]
    public async Task A_read_is_repeated_by_its_rules_until_it_succeeds()
    {
        FakeProvider provider = new(static _ => Status(503), static _ => throw new HttpRequestException("down"), static _ => Answer("[1]"));
        JsonValue output = await RunAsync(provider, TestActions.Get(retry: TestActions.Retry));
        Assert.Equal("[1]", output.ToString());
        Assert.Equal(3, provider.Requests.Count);
        Assert.True(_clock.Waits[0] <= TimeSpan.FromSeconds(1));
        Assert.True(_clock.Waits.Count == 1 || _clock.Waits[1] <= TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task The_last_failure_is_thrown_when_the_attempts_are_used_up()
    {
        FakeProvider provider = new(static _ => Status(503), static _ => Status(503), static _ => Status(503), static _ => Status(429));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => RunAsync(provider, TestActions.Get(retry: TestActions.Retry)));
        Assert.Equal(ErrorCode.RateLimited, failure.Code);
        Assert.Equal(4, provider.Requests.Count);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("300", 300)]
    [InlineData("Fri, 02 Jan 2026 03:04:35 GMT", 30)]
    public async Task The_provider_says_how_long_to_wait_up_to_five_minutes(string header, int seconds)
    {
        FakeProvider provider = new(_ => Status(429, ("Retry-After", header)), static _ => Answer("1"));
        await RunAsync(provider, TestActions.Get(retry: TestActions.Retry));
        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(_clock.Waits));
    }

    [Theory]
    [InlineData(429, ErrorCode.RateLimited)]
    [InlineData(503, ErrorCode.Transient)]
    public async Task A_longer_wait_is_left_to_the_caller(int status, ErrorCode code)
    {
        FakeProvider provider = new(_ => Status(status, ("Retry-After", "301")), static _ => Answer("1"));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => RunAsync(provider, TestActions.Get(retry: TestActions.Retry)));
        Assert.Equal((code, TimeSpan.FromSeconds(301)), (failure.Code, failure.RetryAfter));
        Assert.Single(provider.Requests);
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task A_connector_may_name_another_header_for_the_wait()
    {
        RetryRules rules = new() { Statuses = [new(429, 429)], WaitHeader = "x-reset" };
        FakeProvider provider = new(_ => Status(429, ("X-Reset", (_clock.GetUtcNow().ToUnixTimeSeconds() + 12).ToString())), static _ => Answer("1"));
        await RunAsync(provider, TestActions.Get(retry: rules));
        Assert.Equal(TimeSpan.FromSeconds(12), Assert.Single(_clock.Waits));
    }

    [Fact]
    public async Task A_write_is_not_repeated()
    {
        FakeProvider provider = new(static _ => Status(503));
        ActionExecutor executor = Executor(provider);
        await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(TestActions.Create(retry: TestActions.Retry), new Thing("a", 1), cancellationToken: Token));
        Assert.Single(provider.Requests);
    }

    [Theory]
    [InlineData(ActionIdempotency.Yes, false)]
    [InlineData(ActionIdempotency.Key, true)]
    public async Task A_write_that_is_idempotent_is_repeated_with_one_key(ActionIdempotency idempotency, bool hasKey)
    {
        FakeProvider provider = new(static _ => Status(503), static _ => Status(503), static request => Answer(request.Body));
        ActionExecutor executor = Executor(provider);
        await _clock.RunAsync(executor.ExecuteAsync(TestActions.Create(idempotency, TestActions.Retry), new Thing("a", 1), cancellationToken: Token));
        await _clock.RunAsync(executor.ExecuteAsync(TestActions.Create(idempotency, TestActions.Retry), new Thing("a", 1), cancellationToken: Token));

        string?[] keys = [.. provider.Requests.Select(static request => request.Header("Idempotency-Key"))];
        Assert.Equal(4, keys.Length);
        Assert.Equal(hasKey ? 2 : 1, keys.Distinct().Count());
        Assert.Single(keys.Take(3).Distinct());
        Assert.Equal(hasKey, keys[0] is not null);
        Assert.All(provider.Requests, static request => Assert.Equal("""{"name":"a","size":1}""", request.Body));
    }

    [Fact]
    public async Task The_caller_may_give_the_key()
    {
        FakeProvider provider = new(static request => Answer(request.Body));
        await Executor(provider).ExecuteAsync(TestActions.Create(ActionIdempotency.Key), new Thing("a", 1), new ActionOptions { IdempotencyKey = "k-1" }, Token);
        Assert.Equal("k-1", provider.Only.Header("Idempotency-Key"));
    }

    [Fact]
    public async Task What_the_body_says_may_be_repeated_too()
    {
        RetryRules rules = new()
        {
            Statuses = [new(503, 503)],
            When = static (response, _) => response.Body.Element.GetProperty("error").GetString() == "busy",
        };
        FakeProvider provider = new(
            static _ => Answer("""{"error":"busy"}""", 403), static _ => Status(503), static _ => Answer("""{"error":"busy"}""", 200), static _ => Answer("""{"error":"other"}""", 403));
        ErrorRule[] errors = [new() { On = ErrorRuleScope.Success, When = static (_, _) => true, Code = ErrorCode.Transient }];
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => RunAsync(provider, TestActions.Get(errors: errors, retry: rules)));
        Assert.Equal((ErrorCode.AuthDenied, 4), (failure.Code, provider.Requests.Count));

        FakeProvider odd = new(static _ => Body("not json"u8.ToArray(), "text/plain", 403));
        await Assert.ThrowsAsync<InteractorException>(() => RunAsync(odd, TestActions.Get(retry: rules)));
        Assert.Single(odd.Requests);
    }

    [Fact]
    public async Task A_write_is_not_repeated_by_what_the_body_says()
    {
        FakeProvider provider = new(static _ => Status(403));
        RetryRules rules = new() { When = static (_, _) => true };
        await Assert.ThrowsAsync<InteractorException>(() => Executor(provider).ExecuteAsync(TestActions.Create(retry: rules), new Thing("a", 1), cancellationToken: Token));
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task A_status_outside_the_rules_is_final()
    {
        FakeProvider provider = new(static _ => Status(404));
        await Assert.ThrowsAsync<InteractorException>(() => RunAsync(provider, TestActions.Get(retry: TestActions.Retry)));
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task The_caller_can_end_the_wait()
    {
        using CancellationTokenSource stop = new();
        FakeProvider provider = new(_ =>
        {
            stop.CancelAfter(20);
            return Status(429, ("Retry-After", "60"));
        });
        OperationCanceledException cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Executor(provider).ExecuteAsync(TestActions.Get(retry: TestActions.Retry), JsonValue.Null, null, stop.Token));
        Assert.Equal(stop.Token, cancelled.CancellationToken);
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task Each_attempt_has_a_time_and_a_uuid_of_its_own()
    {
        FakeProvider provider = new(static _ => Status(429, ("Retry-After", "60")), static _ => Answer("1"));
        await RunAsync(provider, TestActions.Get(
            static (request, _, context) =>
            {
                request.Path("/x");
                request.Query("t", context.Now.ToUnixTimeSeconds().ToString());
                request.Query("u", context.Uuid);
                request.Query("same", (context.Uuid == context.Uuid).ToString());
            },
            retry: TestActions.Retry));
        Assert.NotEqual(provider.Requests[0].Url, provider.Requests[1].Url);
        Assert.All(provider.Requests, static request => Assert.Contains("same=True", request.Url, StringComparison.Ordinal));
    }

    private ActionExecutor Executor(FakeProvider provider) => new(TestConnector.Make(), TestConnector.Options(provider, clock: _clock));

    private Task<JsonValue> RunAsync(FakeProvider provider, RequestAction<JsonValue, JsonValue> action) =>
        _clock.RunAsync(Executor(provider).ExecuteAsync(action, JsonValue.Null, cancellationToken: Token));
}
