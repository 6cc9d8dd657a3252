using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Execution;

public sealed class RateBudgetTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly FakeClock _clock = new();
    private readonly InMemoryCredentialStore _store = new();

    [Fact]
    public async Task Calls_of_one_account_wait_together()
    {
        FakeProvider provider = new(_ => Status(429, ("Retry-After", "30")), static _ => Answer("1"));
        ActionExecutor executor = await ExecutorAsync(provider);
        DateTimeOffset start = _clock.GetUtcNow();
        List<Task<JsonValue>> calls = [Call(executor, "a")];
        Assert.Single(provider.Requests);

        _clock.Advance(TimeSpan.FromSeconds(10));
        for (int i = 0; i < 20; i++)
        {
            calls.Add(Call(executor, "a"));
        }

        Assert.Single(provider.Requests);
        await _clock.RunAsync(Task.WhenAll(calls));
        Assert.Equal(22, provider.Requests.Count);
        Assert.Equal(TimeSpan.FromSeconds(30), _clock.GetUtcNow() - start);

        await Call(executor, "a");
        Assert.Equal(23, provider.Requests.Count);
    }

    [Fact]
    public async Task Other_accounts_and_calls_that_are_not_repeated_do_not_wait()
    {
        FakeProvider provider = new(_ => Status(429, ("Retry-After", "30")), static _ => Answer("1"));
        ActionExecutor executor = await ExecutorAsync(provider);
        Task<JsonValue> first = Call(executor, "a");
        Assert.True(Call(executor, "b").IsCompletedSuccessfully);
        Assert.True(Call(executor, "a", isRepeated: false).IsCompletedSuccessfully);
        Assert.Equal(3, provider.Requests.Count);
        await _clock.RunAsync(first);
    }

    [Fact]
    public async Task The_wait_ends_with_the_caller()
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        FakeProvider provider = new(_ => Status(429, ("Retry-After", "30")), static _ => Answer("1"));
        ActionExecutor executor = await ExecutorAsync(provider);
        Task<JsonValue> first = Call(executor, "a");
        Task<JsonValue> second = executor.ExecuteAsync(TestActions.Get(retry: TestActions.Retry), JsonValue.Null, new ActionOptions { Account = "a" }, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Single(provider.Requests);
        await _clock.RunAsync(first);
    }

    [Fact]
    public async Task Nobody_waits_without_being_told_to()
    {
        FakeProvider provider = new(_ => Status(429), static _ => Answer("1"));
        ActionExecutor executor = await ExecutorAsync(provider);
        Task<JsonValue> first = Call(executor, "a");
        Assert.True(Call(executor, "a").IsCompletedSuccessfully);
        await _clock.RunAsync(first);
    }

    [Fact]
    public async Task A_wait_that_is_longer_than_five_minutes_is_told_at_once_until_that_much_is_left()
    {
        FakeProvider provider = new(_ => Status(429, ("Retry-After", "3600")), static _ => Answer("1"));
        ActionExecutor executor = await ExecutorAsync(provider);
        Assert.Equal(TimeSpan.FromMinutes(60), await AskedForAsync("a"));
        _clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal(TimeSpan.FromMinutes(10), await AskedForAsync("a"));
        Assert.Single(provider.Requests);

        _clock.Advance(TimeSpan.FromMinutes(6));
        Task<JsonValue> last = Call(executor, "a");
        Assert.Single(provider.Requests);
        await _clock.RunAsync(last);
        Assert.Equal(TimeSpan.FromMinutes(4), Assert.Single(_clock.Waits));
        Assert.Equal(2, provider.Requests.Count);

        async Task<TimeSpan?> AskedForAsync(string account)
        {
            InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => Call(executor, account));
            Assert.Equal(ErrorCode.RateLimited, failure.Code);
            return failure.RetryAfter;
        }
    }

    [Fact]
    public async Task No_answer_shuts_an_account_out_for_longer_than_an_hour()
    {
        FakeProvider provider = new(_ => Status(429, ("Retry-After", "3600000")), static _ => Answer("1"));
        ActionExecutor executor = await ExecutorAsync(provider);
        Assert.Equal(TimeSpan.FromHours(1000), (await Assert.ThrowsAsync<InteractorException>(() => Call(executor, "a"))).RetryAfter);

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.True(Call(executor, "a").IsCompletedSuccessfully);
        Assert.Equal(2, provider.Requests.Count);
    }

    [Fact]
    public async Task Calls_without_an_account_do_not_wait_for_each_other()
    {
        FakeProvider provider = new(_ => Status(429, ("Retry-After", "30")), static _ => Answer("1"));
        ActionExecutor executor = await ExecutorAsync(provider);
        Task<JsonValue> first = executor.ExecuteAsync(TestActions.Get(methods: [], retry: TestActions.Retry), JsonValue.Null, cancellationToken: Token);
        Assert.True(executor.ExecuteAsync(TestActions.Get(methods: [], retry: TestActions.Retry), JsonValue.Null, cancellationToken: Token).IsCompletedSuccessfully);
        await _clock.RunAsync(first);
    }

    private static Task<JsonValue> Call(ActionExecutor executor, string account, bool isRepeated = true) =>
        executor.ExecuteAsync(TestActions.Get(retry: isRepeated ? TestActions.Retry : null), JsonValue.Null, new ActionOptions { Account = account }, Token);

    private async Task<ActionExecutor> ExecutorAsync(FakeProvider provider)
    {
        foreach (string account in (string[])["a", "b"])
        {
            Assert.True(await _store.TryReplaceAsync(
                new ConnectionKey("test/mini", account), new Connection { Method = "key", Variables = new Dictionary<string, string> { ["api_key"] = "k-" + account } }, 0, Token));
        }

        ConnectorOptions options = TestConnector.Options(provider, clock: _clock);
        options.CredentialStore = _store;
        return new ActionExecutor(TestConnector.Make(), options);
    }
}
