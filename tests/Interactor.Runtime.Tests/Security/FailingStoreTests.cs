using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

public sealed class FailingStoreTests
{
    private static readonly ConnectionKey Key = new("test/mini", "acc");

    private readonly FakeClock _clock = new();
    private readonly InMemoryCredentialStore _held = new();
    private readonly FailingStore _store;
    private readonly FakeProvider _provider;
    private int _generation = 1;
    private bool _isExpired = true;

    public FailingStoreTests()
    {
        _store = new FailingStore(_held);
        _held.Put(Key, TestConnector.Connected());
        _provider = new FakeProvider(request =>
        {
            if (!request.Url.EndsWith("/token", StringComparison.Ordinal))
            {
                return !_isExpired && request.Header("Authorization") == $"Bearer t{_generation}" ? Answer("1") : Status(401);
            }

            if (request.Form["refresh_token"] != $"r{_generation}")
            {
                return Answer("""{"error":"invalid_grant"}""", 400);
            }

            _generation++;
            _isExpired = false;
            return Answer($$"""{"access_token":"t{{_generation}}","refresh_token":"r{{_generation}}"}""");
        });
    }

    private int Refreshes => _provider.Requests.Count(static request => request.Url.EndsWith("/token", StringComparison.Ordinal));

    [Fact]
    public async Task A_write_that_fails_is_tried_again()
    {
        _store.WritesThatThrow = 2;
        await GetAsync(Executor());
        Assert.Equal(("r2", 4), ((await HeldAsync()).Tokens["main"].Refresh, _store.Writes));
    }

    [Fact]
    public async Task A_token_that_cannot_be_kept_is_used_until_it_can()
    {
        ActionExecutor executor = Executor();
        _store.WritesThatWork = 1;
        _store.WritesThatThrow = int.MaxValue;
        await GetAsync(executor);
        await GetAsync(executor);
        Assert.Equal((1, "r1"), (Refreshes, (await HeldAsync()).Tokens["main"].Refresh));

        // The token that is only known here expires too; then its own refresh token is used.
        _isExpired = true;
        await GetAsync(executor);
        Assert.Equal((2, "r1"), (Refreshes, (await HeldAsync()).Tokens["main"].Refresh));

        _store.WritesThatThrow = 0;
        await GetAsync(Executor());
        Assert.Equal((2, "r3"), (Refreshes, (await HeldAsync()).Tokens["main"].Refresh));
    }

    [Fact]
    public async Task A_refresh_token_is_not_spent_while_the_store_takes_nothing()
    {
        _store.WritesThatThrow = int.MaxValue;
        Assert.Equal(ErrorCode.Transient, (await FailAsync()).Code);
        _store.WritesThatThrow = 0;
        _store.RefusesWrites = true;
        Assert.Equal(ErrorCode.Transient, (await FailAsync()).Code);
        Assert.Equal(0, Refreshes);

        _store.RefusesWrites = false;
        await GetAsync(Executor());
        Assert.Equal((1, "r2"), (Refreshes, (await HeldAsync()).Tokens["main"].Refresh));
    }

    [Fact]
    public async Task A_store_that_never_takes_a_change_ends_the_call()
    {
        _store.WritesThatWork = 1;
        _store.RefusesWrites = true;
        Assert.Equal(ErrorCode.Transient, (await FailAsync()).Code);
        Assert.Equal(9, _store.Writes);

        // The new token is not lost all the same.
        await GetAsync(Executor());
        Assert.Equal(1, Refreshes);
    }

    [Fact]
    public async Task A_revocation_that_the_store_never_takes_ends_the_call()
    {
        _generation = 7;
        _store.WritesThatWork = 1;
        _store.RefusesWrites = true;
        Assert.Equal(ErrorCode.Transient, (await FailAsync()).Code);
        Assert.Equal(9, _store.Writes);
    }

    [Fact]
    public async Task An_older_generation_is_a_late_answer()
    {
        Token newer = TestConnector.Connected().Tokens["main"] with { Value = "t5", Refresh = "r5", Generation = 5 };
        _store.Stale = TestConnector.Connected() with { Tokens = new Dictionary<string, Token> { ["main"] = newer } };
        FakeProvider provider = new(_ =>
        {
            _store.Stale = TestConnector.Connected();
            return Status(401);
        });
        Assert.Equal(ErrorCode.Transient, (await FailAsync(Executor(provider))).Code);
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task A_read_that_fails_is_transient()
    {
        _store.ReadsThrow = true;
        InteractorException failure = await FailAsync();
        Assert.Equal((ErrorCode.Transient, "test/mini"), (failure.Code, failure.Connector));
        Assert.IsType<InvalidOperationException>(failure.InnerException);
    }

    private Task<JsonValue> GetAsync(ActionExecutor executor) => _clock.RunAsync(
        executor.ExecuteAsync(TestActions.Get(methods: ["oauth"]), JsonValue.Null, cancellationToken: TestContext.Current.CancellationToken));

    private Task<InteractorException> FailAsync(ActionExecutor? executor = null) => Assert.ThrowsAsync<InteractorException>(() => GetAsync(executor ?? Executor()));

    private ActionExecutor Executor(FakeProvider? provider = null)
    {
        ConnectorOptions options = TestConnector.Options(provider ?? _provider, clock: _clock);
        options.CredentialStore = _store;
        options.Account = Key.Account;
        return new ActionExecutor(TestConnector.Make(), options);
    }

    private async Task<Connection> HeldAsync() => (await _held.GetAsync(Key, TestContext.Current.CancellationToken))!;
}
