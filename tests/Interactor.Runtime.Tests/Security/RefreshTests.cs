using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

public sealed class RefreshTests
{
    private const string TokenUrl = "https://a.login.example.com/token";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static readonly ConnectionKey Key = new("test/mini", "acc");

    private readonly FakeClock _clock = new();
    private readonly InMemoryCredentialStore _store = new();

    [Fact]
    public async Task A_token_near_its_end_is_refreshed_before_use()
    {
        FakeProvider provider = Provider(static _ => Answer("""{"access_token":"t2","expires_in":"3600","token_type":"bearer","scope":"a c"}"""));
        ActionExecutor executor = await ExecutorAsync(provider, TestConnector.Connected(_clock.GetUtcNow().AddSeconds(59)));

        await GetAsync(executor);
        await GetAsync(executor);

        Assert.Equal([TokenUrl, "https://api.example.com/v1/thing", "https://api.example.com/v1/thing"], provider.Requests.Select(static request => request.Url));
        SentRequest refresh = provider.Requests[0];
        Assert.Equal(("refresh_token", "r1", "the client", TestConnector.Secret), (refresh.Form["grant_type"], refresh.Form["refresh_token"], refresh.Form["client_id"], refresh.Form["client_secret"]));
        Assert.Equal("Bearer t2", provider.Requests[1].Header("Authorization"));
        Token token = (await HeldAsync()).Tokens["main"];
        Assert.Equal(("t2", "r1", 2L), (token.Value, token.Refresh, token.Generation));
        Assert.Equal(_clock.GetUtcNow().AddSeconds(3600), token.ExpiresAt);
        Assert.Equal(["a", "c"], token.Scopes);
    }

    [Theory]
    [InlineData(30, 22)]
    [InlineData(60, 44)]
    [InlineData(240, 179)]
    [InlineData(3600, 3539)]
    public async Task A_token_is_used_for_most_of_its_life(int lifetime, int used)
    {
        int tokens = 0;
        FakeProvider provider = Provider(_ => Answer($$"""{"access_token":"c{{++tokens}}","refresh_token":"r{{tokens}}","expires_in":{{lifetime}}}"""));
        ActionExecutor executor = await ExecutorAsync(provider, TestConnector.Connected(_clock.GetUtcNow()));
        await GetAsync(executor);
        _store.Put(Key, Connection.FromJson((await HeldAsync()).ToJson()));
        _clock.Advance(TimeSpan.FromSeconds(used));
        await GetAsync(executor);
        Assert.Equal(1, tokens);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await GetAsync(executor);
        Assert.Equal(2, tokens);
    }

    [Fact]
    public async Task A_token_that_ended_at_the_beginning_of_time_is_refreshed()
    {
        FakeProvider provider = Provider(static _ => Answer("""{"access_token":"t2","expires_in":3600}"""));
        await GetAsync(await ExecutorAsync(provider, TestConnector.Connected(default(DateTimeOffset))));
        Assert.Equal([TokenUrl, "https://api.example.com/v1/thing"], provider.Requests.Select(static request => request.Url));
    }

    [Fact]
    public async Task A_token_that_ends_with_time_is_used_as_it_is()
    {
        FakeProvider provider = Provider(static _ => Status(500));
        Connection connection = TestConnector.Connected(DateTimeOffset.MaxValue);
        await GetAsync(await ExecutorAsync(provider, connection with { Tokens = new Dictionary<string, Token> { ["main"] = connection.Tokens["main"] with { ObtainedAt = default(DateTimeOffset) } } }));
        Assert.Equal("https://api.example.com/v1/thing", provider.Only.Url);
    }

    [Fact]
    public async Task A_token_that_has_time_left_is_used_as_it_is()
    {
        FakeProvider provider = Provider(static _ => Status(500));
        await GetAsync(await ExecutorAsync(provider, TestConnector.Connected(_clock.GetUtcNow().AddSeconds(61))));
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task A_refused_token_is_refreshed_once_and_the_call_replayed()
    {
        FakeProvider provider = Provider(static _ => Answer("""{"access_token":"t2","refresh_token":"r2"}"""), static request => request.Header("Authorization") == "Bearer t2" ? Answer("1") : Status(401));
        ActionExecutor executor = await ExecutorAsync(provider, TestConnector.Connected());
        await GetAsync(executor);
        Assert.Equal(3, provider.Requests.Count);
        Assert.Equal(("t2", "r2"), ((await HeldAsync()).Tokens["main"].Value, (await HeldAsync()).Tokens["main"].Refresh));
    }

    [Fact]
    public async Task A_new_token_that_is_refused_too_ends_the_call()
    {
        FakeProvider provider = Provider(static _ => Answer("""{"access_token":"t2"}"""), static _ => Status(401));
        Assert.Equal(ErrorCode.AuthExpired, (await FailAsync(await ExecutorAsync(provider, TestConnector.Connected()))).Code);
        Assert.Equal(3, provider.Requests.Count);
        Assert.Equal(ConnectionStatus.Active, (await HeldAsync()).Status);
    }

    [Fact]
    public async Task A_token_without_a_refresh_token_is_expired_when_refused()
    {
        FakeProvider provider = Provider(static _ => Status(500), static _ => Status(401));
        Assert.Equal(ErrorCode.AuthExpired, (await FailAsync(await ExecutorAsync(provider, TestConnector.Connected(refresh: null)))).Code);
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task A_connector_may_say_by_which_response_a_token_is_expired()
    {
        FakeProvider provider = Provider(
            static _ => Answer("""{"access_token":"t2"}"""),
            static request => Answer(request.Header("Authorization") == "Bearer t2" ? """{"ok":true}""" : """{"error":"token_expired"}"""));
        SecurityMethod[] methods = TestConnector.Methods(expired: static response => response.Body.TryGetMember("error", out JsonValue error) && error.Element.GetString() == "token_expired");
        await GetAsync(await ExecutorAsync(provider, TestConnector.Connected(), methods));
        Assert.Equal(3, provider.Requests.Count);
    }

    [Fact]
    public async Task A_hundred_callers_share_one_refresh()
    {
        FakeProvider provider = new(static async (request, token) =>
        {
            await Task.Delay(10, token);
            return request.Url == TokenUrl ? Answer("""{"access_token":"t2","refresh_token":"r2"}""")
                : request.Header("Authorization") == "Bearer t2" ? Answer("1") : Status(401);
        });
        await _store.TryReplaceAsync(Key, TestConnector.Connected(), 0, Token);
        ActionExecutor[] executors = [Executor(provider), Executor(provider)];
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => GetAsync(executors[i % 2])));
        Assert.Single(provider.Requests, static request => request.Url == TokenUrl);
        Assert.Equal("t2", (await HeldAsync()).Tokens["main"].Value);
    }

    [Fact]
    public async Task Rotated_refresh_tokens_are_each_used_once()
    {
        int generation = 1;
        FakeProvider provider = new(request =>
        {
            if (request.Url == TokenUrl)
            {
                bool isCurrent = request.Form["refresh_token"] == $"r{generation}";
                generation++;
                return isCurrent ? Answer($$"""{"access_token":"t{{generation}}","refresh_token":"r{{generation}}","expires_in":60}""") : Answer("""{"error":"invalid_grant"}""", 400);
            }

            return request.Header("Authorization") == $"Bearer t{generation}" ? Answer("1") : Status(401);
        });
        ActionExecutor executor = await ExecutorAsync(provider, TestConnector.Connected(_clock.GetUtcNow()));
        for (int i = 0; i < 5; i++)
        {
            await GetAsync(executor);
            _clock.Advance(TimeSpan.FromSeconds(45));
        }

        Assert.Equal(5, provider.Requests.Count(static request => request.Url == TokenUrl));
    }

    [Fact]
    public async Task A_token_that_another_process_refreshed_is_used()
    {
        FakeProvider provider = Provider(static _ => Status(500), static request => request.Header("Authorization") == "Bearer other" ? Answer("1") : Status(401));
        ChangingStore store = new(_store);
        await _store.TryReplaceAsync(Key, TestConnector.Connected(), 0, Token);
        store.AfterFirstRead = async () =>
        {
            Connection held = await HeldAsync();
            await _store.TryReplaceAsync(Key, held.With("main", held.Tokens["main"] with { Value = "other", Refresh = "r9", Generation = 2 }), 1, Token);
        };
        await GetAsync(Executor(provider, store));
        Assert.DoesNotContain(provider.Requests, static request => request.Url == TokenUrl);
    }

    [Fact]
    public async Task A_refused_refresh_token_that_another_process_used_first_does_not_revoke()
    {
        FakeProvider provider = new(async (request, _) =>
        {
            if (request.Url != TokenUrl)
            {
                return request.Header("Authorization") == "Bearer other" ? Answer("1") : Status(401);
            }

            Connection held = await HeldAsync();
            await _store.TryReplaceAsync(Key, held.With("main", held.Tokens["main"] with { Value = "other", Refresh = "r9", Generation = 2 }), held.Generation, Token);
            return Answer("""{"error":"invalid_grant"}""", 400);
        });
        await GetAsync(await ExecutorAsync(provider, TestConnector.Connected()));
        Assert.Equal(("other", ConnectionStatus.Active), ((await HeldAsync()).Tokens["main"].Value, (await HeldAsync()).Status));
    }

    [Fact]
    public async Task A_change_of_something_else_meanwhile_keeps_the_new_token()
    {
        FakeProvider provider = new(async (request, _) =>
        {
            if (request.Url != TokenUrl)
            {
                return request.Header("Authorization") == "Bearer t2" ? Answer("1") : Status(401);
            }

            Connection held = await HeldAsync();
            await _store.TryReplaceAsync(Key, held with { Facts = new Dictionary<string, string> { ["new"] = "fact" }, Generation = held.Generation + 1 }, held.Generation, Token);
            return Answer("""{"access_token":"t2","refresh_token":"r2"}""");
        });
        await GetAsync(await ExecutorAsync(provider, TestConnector.Connected()));
        Connection after = await HeldAsync();
        Assert.Equal(("r2", "fact"), (after.Tokens["main"].Refresh, after.Facts["new"]));
    }

    [Fact]
    public async Task Only_invalid_grant_revokes_the_connection()
    {
        FakeProvider provider = Provider(static _ => Answer("""{"error":"invalid_grant","error_description":"gone"}""", 400), static _ => Status(401));
        ActionExecutor executor = await ExecutorAsync(provider, TestConnector.Connected());
        InteractorException first = await FailAsync(executor);
        Assert.Equal((ErrorCode.AuthRevoked, "invalid_grant", "test/mini", "thing.get"), (first.Code, first.ProviderCode, first.Connector, first.Action));
        Connection held = await HeldAsync();
        Assert.Equal((ConnectionStatus.NeedsReauthorization, "r1"), (held.Status, held.Tokens["main"].Refresh));
        Assert.Equal(ErrorCode.AuthRevoked, (await FailAsync(executor)).Code);
        Assert.Equal(2, provider.Requests.Count);
    }

    [Theory]
    [InlineData("""{"error":"invalid_client"}""", 401, ErrorCode.AuthExpired, true)]
    [InlineData("""{"error":"temporarily_unavailable"}""", 503, ErrorCode.Transient, false)]
    [InlineData("<html>", 502, ErrorCode.Transient, false)]
    [InlineData("{}", 429, ErrorCode.Transient, true)]
    [InlineData("{}", 200, ErrorCode.AuthExpired, false)]
    [InlineData("""{"error":"bad_refresh_token"}""", 200, ErrorCode.AuthExpired, false)]
    public async Task Any_other_failure_leaves_the_connection_as_it_is(string body, int status, ErrorCode expected, bool isAnswered)
    {
        FakeProvider provider = Provider(_ => Answer(body, status), static _ => Status(401));
        Connection connection = TestConnector.Connected();
        InteractorException failure = await FailAsync(await ExecutorAsync(provider, connection));
        Assert.Equal(expected, failure.Code);
        Connection held = await HeldAsync();
        Assert.Same(connection.Tokens, held.Tokens);
        Assert.Equal(isAnswered ? ConnectionStatus.Active : ConnectionStatus.Renewing, held.Status);

        // Whether the refresh token was spent or not, the next call tries it again.
        await FailAsync(Executor(provider));
        Assert.Equal(["r1", "r1"], provider.Requests.Where(static request => request.Url == TokenUrl).Select(static request => request.Form["refresh_token"]));
    }

    [Fact]
    public async Task A_token_that_is_still_good_outlives_a_failure_to_refresh_it_early()
    {
        FakeProvider provider = Provider(static _ => throw new HttpRequestException("down"));
        await GetAsync(await ExecutorAsync(provider, TestConnector.Connected(_clock.GetUtcNow().AddSeconds(30))));
        Assert.Equal(2, provider.Requests.Count);
    }

    [Fact]
    public async Task A_caller_that_gives_up_does_not_lose_the_new_token()
    {
        TaskCompletionSource answer = new();
        FakeProvider provider = new(async (request, _) =>
        {
            if (request.Url != TokenUrl)
            {
                return Status(401);
            }

            await answer.Task;
            return Answer("""{"access_token":"t2","refresh_token":"r2"}""");
        });
        ActionExecutor executor = await ExecutorAsync(provider, TestConnector.Connected());
        using CancellationTokenSource stop = new();
        Task call = executor.ExecuteAsync(TestActions.Get(methods: ["oauth"]), JsonValue.Null, null, stop.Token);
        while (provider.Requests.Count < 2)
        {
            await Task.Delay(1, Token);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        answer.SetResult();
        while ((await HeldAsync()).Tokens["main"].Generation == 1)
        {
            await Task.Delay(1, Token);
        }

        Assert.Equal("r2", (await HeldAsync()).Tokens["main"].Refresh);
    }

    [Fact]
    public async Task Client_credentials_obtain_and_renew_their_own_token()
    {
        int tokens = 0;
        FakeProvider provider = Provider(_ => Answer($$"""{"access_token":"c{{++tokens}}","expires_in":100}"""));
        ConnectorOptions options = TestConnector.Options(provider, clock: _clock);
        ActionExecutor executor = new(TestConnector.Make(TestConnector.Methods(ClientAuthentication.Header), TestActions.Get(methods: ["client"])), options);
        await executor.ExecuteAsync(TestActions.Get(methods: ["client"]), JsonValue.Null, cancellationToken: Token);
        await executor.ExecuteAsync(TestActions.Get(methods: ["client"]), JsonValue.Null, cancellationToken: Token);
        _clock.Advance(TimeSpan.FromSeconds(75));
        await executor.ExecuteAsync(TestActions.Get(methods: ["client"]), JsonValue.Null, cancellationToken: Token);

        SentRequest first = provider.Requests[0];
        Assert.Equal(("client_credentials", "base"), (first.Form["grant_type"], first.Form["scope"]));
        Assert.Equal("Basic " + Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes("the+client:" + TestConnector.Secret)), first.Header("Authorization"));
        Assert.DoesNotContain("client_secret", first.Body, StringComparison.Ordinal);
        Assert.Equal(["Bearer c1", "Bearer c1", "Bearer c2"], provider.Requests.Where(static request => request.Url != TokenUrl).Select(static request => request.Header("Authorization")));
    }

    [Fact]
    public async Task A_token_request_goes_to_egress_hosts_only()
    {
        FakeProvider provider = Provider(static _ => Status(200), static _ => Status(401));
        SecurityMethod method = new()
        {
            Id = "oauth",
            Kind = SecurityKind.OAuth2Code,
            Apply = static (request, context) => request.Header("Authorization", context.Token("main").Value),
            OAuth = new OAuth2Settings { TokenUrl = static _ => "https://evil.example.org/token", ClientId = static _ => "id" },
        };
        InteractorException failure = await FailAsync(await ExecutorAsync(provider, TestConnector.Connected(), [method]));
        Assert.Equal(ErrorCode.AuthDenied, failure.Code);
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task The_store_says_that_a_refresh_is_under_way()
    {
        List<ConnectionStatus> seen = [];
        FakeProvider provider = new(async (request, _) =>
        {
            if (request.Url != TokenUrl)
            {
                return request.Header("Authorization") == "Bearer t2" ? Answer("1") : Status(401);
            }

            seen.Add((await HeldAsync()).Status);
            return Answer("""{"access_token":"t2","refresh_token":"r2"}""");
        });
        await GetAsync(await ExecutorAsync(provider, TestConnector.Connected()));
        Assert.Equal([ConnectionStatus.Renewing], seen);
        Assert.Equal(ConnectionStatus.Active, (await HeldAsync()).Status);
    }

    [Fact]
    public async Task What_needs_no_refresh_token_is_not_marked()
    {
        List<long> seen = [];
        FakeProvider provider = new(async (request, _) =>
        {
            seen.Add((await HeldAsync()).Generation);
            return request.Url == TokenUrl ? Answer("""{"access_token":"c1"}""") : Answer("1");
        });
        ActionExecutor executor = await ExecutorAsync(provider, new Connection { Method = "client" });
        await executor.ExecuteAsync(TestActions.Get(methods: ["client"]), JsonValue.Null, cancellationToken: Token);
        Assert.Equal([1L, 2L], seen);
    }

    [Fact]
    public async Task A_refresh_that_died_is_begun_again_before_anything_else()
    {
        FakeProvider provider = Provider(static _ => Answer("""{"access_token":"t2","refresh_token":"r2"}"""));
        await GetAsync(await ExecutorAsync(provider, Died()));
        Assert.Equal([TokenUrl, "https://api.example.com/v1/thing"], provider.Requests.Select(static request => request.Url));
        Assert.Equal("r1", provider.Requests[0].Form["refresh_token"]);
        Assert.Equal((ConnectionStatus.Active, "r2"), ((await HeldAsync()).Status, (await HeldAsync()).Tokens["main"].Refresh));
    }

    [Fact]
    public async Task A_refresh_that_died_after_its_answer_needs_the_person()
    {
        FakeProvider provider = Provider(static _ => Answer("""{"error":"invalid_grant"}""", 400));
        Assert.Equal(ErrorCode.AuthRevoked, (await FailAsync(await ExecutorAsync(provider, Died()))).Code);
        Assert.Equal(ConnectionStatus.NeedsReauthorization, (await HeldAsync()).Status);
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task A_refusal_does_not_tell_what_became_of_an_earlier_refresh()
    {
        FakeProvider provider = Provider(static _ => Answer("""{"error":"invalid_client"}""", 401));
        Assert.Equal(ErrorCode.AuthExpired, (await FailAsync(await ExecutorAsync(provider, Died()))).Code);
        Assert.Equal((ConnectionStatus.Renewing, "r1"), ((await HeldAsync()).Status, (await HeldAsync()).Tokens["main"].Refresh));
    }

    [Fact]
    public async Task A_token_endpoint_that_never_answers_keeps_the_grant()
    {
        bool isSilent = true;
        FakeProvider provider = new(async (request, cancellationToken) =>
        {
            if (request.Url == TokenUrl && isSilent)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return request.Url == TokenUrl ? Answer("""{"access_token":"t2","refresh_token":"r2"}""")
                : request.Header("Authorization") == "Bearer t2" ? Answer("1") : Status(401);
        });
        ActionExecutor executor = await ExecutorAsync(provider, TestConnector.Connected());
        Task<JsonValue> call = executor.ExecuteAsync(TestActions.Get(methods: ["oauth"]), JsonValue.Null, cancellationToken: Token);
        Assert.Equal(ErrorCode.Transient, (await Assert.ThrowsAsync<InteractorException>(() => _clock.RunAsync(call))).Code);
        Assert.Equal((ConnectionStatus.Renewing, "r1"), ((await HeldAsync()).Status, (await HeldAsync()).Tokens["main"].Refresh));
        isSilent = false;
        await GetAsync(executor);
        Assert.Equal((ConnectionStatus.Active, "r2"), ((await HeldAsync()).Status, (await HeldAsync()).Tokens["main"].Refresh));
    }

    [Fact]
    public async Task Two_hundred_callers_of_several_stores_share_one_refresh()
    {
        using TemporaryFolder folder = new();
        CredentialKey key = CredentialKey.CreateFile(folder.File("key"));
        EncryptedFileCredentialStore[] stores = [.. Enumerable.Range(0, 4).Select(_ => new EncryptedFileCredentialStore(folder.File("store"), key))];
        await stores[0].TryReplaceAsync(Key, TestConnector.Connected(_clock.GetUtcNow()), 0, Token);
        FakeProvider provider = new(static async (request, token) =>
        {
            await Task.Delay(10, token);
            return request.Url == TokenUrl ? Answer("""{"access_token":"t2","refresh_token":"r2"}""")
                : request.Header("Authorization") == "Bearer t2" ? Answer("1") : Status(401);
        });

        // Each store knows nothing of the others' flights, like another process.
        ActionExecutor[] executors = [.. stores.Select(store => Executor(provider, store))];
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => GetAsync(executors[i % 4]))));
        Assert.Single(provider.Requests, static request => request.Url == TokenUrl);
        Assert.Equal("r2", (await stores[3].GetAsync(Key, Token))!.Tokens["main"].Refresh);
    }

    [Fact]
    public async Task A_disconnect_withdraws_the_token_of_the_refresh_under_way()
    {
        TaskCompletionSource answer = new();
        FakeProvider provider = new(async (request, _) =>
        {
            if (request.Url == TokenUrl)
            {
                await answer.Task;
                return Answer("""{"access_token":"t2","refresh_token":"r2"}""");
            }

            return request.Url.EndsWith("/revoke", StringComparison.Ordinal) || request.Header("Authorization") == "Bearer t2" ? Answer("1") : Status(401);
        });
        ActionExecutor executor = await ExecutorAsync(provider, TestConnector.Connected());
        Task call = GetAsync(executor);
        while (provider.Requests.Count < 2)
        {
            await Task.Delay(1, Token);
        }

        ConnectorOptions options = TestConnector.Options(provider, clock: _clock);
        options.CredentialStore = _store;
        Task<bool> disconnect = new ConnectionFlow(TestConnector.Make(), options).DisconnectAsync(Key.Account, Token);
        Assert.False(disconnect.IsCompleted);
        answer.SetResult();
        await call;
        Assert.True(await disconnect);
        Assert.Equal("r2", provider.Requests.Single(static request => request.Url.EndsWith("/revoke", StringComparison.Ordinal)).Form["token"]);
        Assert.Null(await _store.GetAsync(Key, Token));
    }

    private static Connection Died() => TestConnector.Connected() with { Status = ConnectionStatus.Renewing };

    private static FakeProvider Provider(Func<SentRequest, HttpResponseMessage> token, Func<SentRequest, HttpResponseMessage>? api = null) =>
        new(request => request.Url == TokenUrl ? token(request) : api?.Invoke(request) ?? Answer("1"));

    private static Task GetAsync(ActionExecutor executor) => executor.ExecuteAsync(TestActions.Get(methods: ["oauth"]), JsonValue.Null, cancellationToken: Token);

    private static Task<InteractorException> FailAsync(ActionExecutor executor) => Assert.ThrowsAsync<InteractorException>(() => GetAsync(executor));

    private async Task<ActionExecutor> ExecutorAsync(FakeProvider provider, Connection connection, SecurityMethod[]? methods = null)
    {
        Assert.True(await _store.TryReplaceAsync(Key, connection, 0, Token));
        return Executor(provider, methods: methods);
    }

    private ActionExecutor Executor(FakeProvider provider, ICredentialStore? store = null, SecurityMethod[]? methods = null)
    {
        ConnectorOptions options = TestConnector.Options(provider, clock: _clock);
        options.CredentialStore = store ?? _store;
        options.Account = Key.Account;
        return new ActionExecutor(TestConnector.Make(methods ?? TestConnector.Methods()), options);
    }

    private async Task<Connection> HeldAsync() => (await _store.GetAsync(Key, Token))!;

    private sealed class ChangingStore(ICredentialStore inner) : ICredentialStore
    {
        public Func<Task>? AfterFirstRead { get; set; }

        public async ValueTask<Connection?> GetAsync(ConnectionKey key, CancellationToken cancellationToken)
        {
            Connection? held = await inner.GetAsync(key, cancellationToken);
            if (AfterFirstRead is { } change)
            {
                AfterFirstRead = null;
                await change();
            }

            return held;
        }

        public ValueTask<bool> TryReplaceAsync(ConnectionKey key, Connection connection, long expectedGeneration, CancellationToken cancellationToken) =>
            inner.TryReplaceAsync(key, connection, expectedGeneration, cancellationToken);

        public ValueTask DeleteAsync(ConnectionKey key, CancellationToken cancellationToken) => inner.DeleteAsync(key, cancellationToken);

        public ValueTask<IAsyncDisposable> LeaseAsync(ConnectionKey key, CancellationToken cancellationToken) => inner.LeaseAsync(key, cancellationToken);
    }
}
