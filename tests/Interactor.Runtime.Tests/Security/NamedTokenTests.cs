using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

/// <summary>Named tokens that are renewed for themselves: by their own refresh token, or by a request of their own.</summary>
public sealed class NamedTokenTests
{
    private const string TokenUrl = "https://a.login.example.com/token";
    private const string PersonUrl = "https://a.login.example.com/person";
    private const string PageUrl = "https://api.example.com/page";

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private static readonly ConnectionKey Key = new("test/mini", "acc");

    // Like a definition: each expression reads a member of the answer, or nothing.
    private static readonly NamedToken Person = new("person", Answered("person_token", "person_refresh"))
    {
        Renew = new NamedTokenRefresh
        {
            Url = static _ => PersonUrl,
            Parameters = static (parameters, _) => parameters.Add("of", "person"),
            Answer = Answered("token", "next"),
        },
    };

    private static readonly NamedToken Page = new("page", new TokenAnswer { Value = static (response, _) => Text(response, "token"), ExpiresIn = static (response, _) => Text(response, "lives") })
    {
        Request = new NamedTokenRequest
        {
            Server = "api",
            Build = static (request, context) =>
            {
                request.Path("/page");
                request.Header("Authorization", "Bearer " + context.Token("main").Value);
            },
        },
    };

    private readonly FakeClock _clock = new();
    private readonly InMemoryCredentialStore _store = new();

    private DateTimeOffset Soon => _clock.GetUtcNow().AddSeconds(30);

    private DateTimeOffset Later => _clock.GetUtcNow().AddHours(1);

    [Fact]
    public async Task Each_token_is_refreshed_at_its_own_endpoint_when_its_own_time_is_up()
    {
        FakeProvider provider = Provider(PersonUrl, static _ => Answer("""{"token":"p2","next":"q2","expires_in":3600,"scope":"x y"}"""));
        await GetAsync(Executor(provider, Connected(Later, Soon)));

        Assert.Equal([PersonUrl, "https://api.example.com/v1/thing"], provider.Requests.Select(static request => request.Url));
        IReadOnlyDictionary<string, string> form = provider.Requests[0].Form;
        Assert.Equal(("refresh_token", "q1", "person", "app"), (form["grant_type"], form["refresh_token"], form["of"], form["client_id"]));
        Assert.Equal(("Bearer t1", "p2"), (provider.Requests[1].Header("Authorization"), provider.Requests[1].Header("X-Person")));
        Connection held = await HeldAsync();
        Token person = held.Tokens["person"];
        Assert.Equal(("p2", "q2", Later, 2L), (person.Value, person.Refresh, person.ExpiresAt, person.Generation));
        Assert.Equal(["x", "y"], person.Scopes);
        Assert.Equal(("t1", "r1", 1L, ConnectionStatus.Active), (held.Tokens["main"].Value, held.Tokens["main"].Refresh, held.Tokens["main"].Generation, held.Status));
    }

    [Fact]
    public async Task A_response_that_says_expired_renews_the_tokens_that_the_request_carried()
    {
        FakeProvider provider = new(static request => request.Url switch
        {
            PersonUrl => Answer("""{"token":"p2","next":"q2"}"""),
            TokenUrl => Answer("""{"access_token":"t2","refresh_token":"r2"}"""),
            _ => request.Header("X-Person") == "p2" ? Answer("1") : Status(401),
        });
        await GetAsync(Executor(provider, Connected(Later, Later), carriesMain: false));
        Assert.DoesNotContain(provider.Requests, static request => request.Url == TokenUrl);

        _store.Put(Key, Connected(Later, Later) with { Generation = 9 });
        await GetAsync(Executor(provider, null));
        Assert.Single(provider.Requests, static request => request.Url == TokenUrl);
        Assert.Equal(("t2", "p2"), await ValuesAsync("person"));
    }

    [Fact]
    public async Task A_token_that_comes_with_the_main_one_is_renewed_by_that()
    {
        NamedToken plain = new("person", Answered("person_token", "person_refresh"));
        FakeProvider provider = new(static request => request.Url == TokenUrl
            ? Answer("""{"access_token":"t2","person_token":"p2"}""")
            : request.Header("X-Person") == "p2" ? Answer("1") : Status(401));
        await GetAsync(Executor(provider, Connected(Later, Later), carriesMain: false, named: plain));
        Assert.Equal(("t2", "p2"), await ValuesAsync("person"));
    }

    [Fact]
    public async Task A_hundred_callers_share_one_refresh_of_each_token()
    {
        FakeProvider provider = new(static async (request, token) =>
        {
            await Task.Delay(10, token);
            return request.Url switch
            {
                PersonUrl => Answer("""{"token":"p2","next":"q2","expires_in":3600}"""),
                TokenUrl => Answer("""{"access_token":"t2","refresh_token":"r2","expires_in":3600}"""),
                _ => (request.Header("Authorization"), request.Header("X-Person")) == ("Bearer t2", "p2") ? Answer("1") : Status(401),
            };
        });
        ActionExecutor[] executors = [Executor(provider, Connected(Soon, Soon)), Executor(provider, null)];
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => GetAsync(executors[i % 2])));
        Assert.Equal((1, 1, 100), (Count(provider, TokenUrl), Count(provider, PersonUrl), Count(provider, "https://api.example.com/v1/thing")));
    }

    [Fact]
    public async Task A_refresh_without_an_answer_leaves_a_mark_of_its_own()
    {
        bool isDown = true;
        FakeProvider provider = new(request => request.Url switch
        {
            PersonUrl => isDown ? Status(503) : Answer("""{"token":"p2","next":"q2","expires_in":3600}"""),
            TokenUrl => isDown ? Status(503) : Answer("""{"access_token":"t2","expires_in":3600}"""),
            _ => Answer("1"),
        });
        ActionExecutor executor = Executor(provider, Connected(Later, Soon));
        await GetAsync(executor);
        Connection marked = Connection.FromJson((await HeldAsync()).ToJson());
        Assert.Equal(ConnectionStatus.Renewing, marked.Status);
        Assert.Equal(["person"], marked.RenewingTokens);

        // The main token joins it, and each mark goes with its own token.
        _clock.Advance(TimeSpan.FromMinutes(59.5));
        await Assert.ThrowsAsync<InteractorException>(() => GetAsync(executor));
        Assert.Equal(["person", "main"], (await HeldAsync()).RenewingTokens!);
        isDown = false;
        provider.Requests.Clear();
        await GetAsync(executor);
        Assert.Equal([(TokenUrl, "r1"), (PersonUrl, "q1")], provider.Requests.Take(2).Select(static request => (request.Url, request.Form["refresh_token"])));
        Connection healed = await HeldAsync();
        Assert.Equal((ConnectionStatus.Active, null), (healed.Status, healed.RenewingTokens));
    }

    [Fact]
    public async Task A_refusal_takes_back_the_mark_of_its_token_only()
    {
        Connection interrupted = Connected(Later, Soon) with { Status = ConnectionStatus.Renewing };
        FakeProvider provider = new(static request => request.Url == TokenUrl ? Status(503) : request.Url == PersonUrl ? Answer("""{"error":"invalid_client"}""", 401) : Answer("1"));
        await GetAsync(Executor(provider, interrupted));
        Connection held = await HeldAsync();
        Assert.Equal((ConnectionStatus.Renewing, null), (held.Status, held.RenewingTokens));
    }

    [Fact]
    public async Task A_grant_that_is_gone_is_the_account_s()
    {
        FakeProvider provider = Provider(PersonUrl, static _ => Answer("""{"error":"invalid_grant"}""", 400));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => GetAsync(Executor(provider, Connected(Later, Soon))));
        Assert.Equal((ErrorCode.AuthRevoked, ConnectionStatus.NeedsReauthorization), (failure.Code, (await HeldAsync()).Status));
    }

    [Fact]
    public async Task Tokens_that_the_store_cannot_keep_are_used_and_kept_together()
    {
        int refreshes = 0;
        FakeProvider provider = new(request => request.Url switch
        {
            PersonUrl => Answer($$"""{"token":"p{{++refreshes + 1}}","next":"q{{refreshes + 1}}","expires_in":3600}"""),
            TokenUrl => Answer("""{"access_token":"t2","refresh_token":"r2","expires_in":3600}"""),
            _ => (request.Header("Authorization"), request.Header("X-Person")) == ("Bearer t2", "p2") ? Answer("1") : Status(401),
        });
        _store.Put(Key, Connected(Soon, Soon) with { Status = ConnectionStatus.Renewing, RenewingTokens = ["main", "person"] });
        FailingStore store = new(_store) { WritesThatThrow = int.MaxValue };
        ActionExecutor executor = Executor(provider, null, store: store);
        await _clock.RunAsync(GetAsync(executor));
        await _clock.RunAsync(GetAsync(executor));
        Assert.Equal((1, 1), (Count(provider, TokenUrl), Count(provider, PersonUrl)));
        Assert.Equal(("t1", "p1"), await ValuesAsync("person"));

        store.WritesThatThrow = 0;
        await _clock.RunAsync(GetAsync(Executor(provider, null, store: store)));
        Assert.Equal((1, 1), (Count(provider, TokenUrl), Count(provider, PersonUrl)));
        Assert.Equal(("t2", "p2"), await ValuesAsync("person"));
        Assert.Equal(ConnectionStatus.Active, (await HeldAsync()).Status);
    }

    [Fact]
    public async Task A_token_of_a_request_is_there_when_the_account_is_connected()
    {
        FakeProvider provider = Provider(PageUrl, static _ => Answer("""{"token":"g1","lives":"90"}"""));
        Connection connection = await new ConnectionFlow(Connector(Method(false, [Page], SecurityKind.OAuth2ClientCredentials)), Options(provider, _store)).ConnectAsync("odd", new Dictionary<string, string>(), "acc", Cancellation);
        Assert.Equal("Bearer t9", Assert.Single(provider.Requests, static request => request.Url == PageUrl).Header("Authorization"));
        Token page = connection.Tokens["page"];
        Assert.Equal(("g1", _clock.GetUtcNow().AddSeconds(90), 1L), (page.Value, page.ExpiresAt, page.Generation));
    }

    [Fact]
    public async Task A_token_of_a_request_is_asked_for_when_it_is_missing_and_again_when_its_time_is_up()
    {
        int number = 0;
        FakeProvider provider = Provider(PageUrl, _ => Answer($$"""{"token":"g{{++number}}","lives":"90"}"""));
        ActionExecutor executor = Executor(provider, Connected(Later, Later), carriesMain: false, named: Page);
        await GetAsync(executor);
        await GetAsync(executor);
        _clock.Advance(TimeSpan.FromSeconds(70));
        await GetAsync(executor);
        Assert.Equal(["g1", "g1", "g2"], provider.Requests.Where(static request => request.Url != PageUrl).Select(static request => request.Header("X-Page")));
        Assert.Equal((2L, ConnectionStatus.Active), ((await HeldAsync()).Tokens["page"].Generation, (await HeldAsync()).Status));
    }

    [Fact]
    public async Task A_request_for_a_token_that_the_main_token_is_too_old_for_renews_that_first()
    {
        FakeProvider provider = new(static request => request.Url switch
        {
            TokenUrl => Answer("""{"access_token":"t2","refresh_token":"r2"}"""),
            PageUrl => request.Header("Authorization") == "Bearer t2" ? Answer("""{"token":"g1"}""") : Status(401),
            _ => Answer("1"),
        });
        await GetAsync(Executor(provider, Connected(Later, Later), carriesMain: false, named: Page));
        Assert.Equal(("t2", "g1"), await ValuesAsync("page"));
        Assert.Equal(1, Count(provider, TokenUrl));
    }

    [Theory]
    [InlineData("""{"token":null}""", 200, ErrorCode.AuthDenied)]
    [InlineData("{}", 403, ErrorCode.AuthDenied)]
    [InlineData("{}", 503, ErrorCode.Transient)]
    public async Task A_request_that_gives_no_token_ends_the_call_and_changes_nothing(string body, int status, ErrorCode code)
    {
        FakeProvider provider = Provider(PageUrl, _ => Answer(body, status));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => GetAsync(Executor(provider, Connected(Later, Later), named: Page)));
        Assert.Equal((code, 1L), (failure.Code, (await HeldAsync()).Generation));
    }

    [Fact]
    public async Task A_refresh_token_that_is_gone_leaves_the_request_that_gave_the_first()
    {
        NamedToken both = Page with { Renew = new NamedTokenRefresh() };
        FakeProvider provider = new(static request => request.Url switch
        {
            TokenUrl => Answer("""{"error":"invalid_grant"}""", 400),
            PageUrl => Answer("""{"token":"g2"}"""),
            _ => Answer("1"),
        });
        Connection connection = Connected(Later, Later);
        Dictionary<string, Token> tokens = new(connection.Tokens) { ["page"] = new() { Value = "g1", Refresh = "h1", ExpiresAt = Soon } };
        await GetAsync(Executor(provider, connection with { Tokens = tokens }, named: both));
        Assert.Equal("h1", provider.Requests[0].Form["refresh_token"]);
        Assert.Equal(("t1", "g2"), await ValuesAsync("page"));
    }

    [Fact]
    public async Task A_request_for_a_token_goes_to_egress_hosts_only()
    {
        NamedToken stray = Page with { Request = new NamedTokenRequest { Server = "evil", Build = static (request, _) => request.Path("/page") } };
        FakeProvider provider = new(static _ => Answer("""{"token":"g1"}"""));
        await Assert.ThrowsAsync<InteractorException>(() => GetAsync(Executor(provider, Connected(Later, Later), named: stray)));
        Assert.Empty(provider.Requests);
    }

    private static TokenAnswer Answered(string value, string refresh) => new() { Value = (response, _) => Text(response, value), Refresh = (response, _) => Text(response, refresh) };

    private static string? Text(ProviderResponse response, string name) => response.Body.TryGetMember(name, out JsonValue value) ? value.Element.GetString() : null;

    private static int Count(FakeProvider provider, string url) => provider.Requests.Count(request => request.Url == url);

    private static FakeProvider Provider(string url, Func<SentRequest, HttpResponseMessage> answer) => new(request =>
        request.Url == url ? answer(request) : request.Url == TokenUrl ? Answer("""{"access_token":"t9"}""") : Answer("1"));

    private static Connection Connected(DateTimeOffset main, DateTimeOffset person) => new()
    {
        Method = "odd",
        Tokens = new Dictionary<string, Token>
        {
            ["main"] = new() { Value = "t1", Refresh = "r1", ExpiresAt = main },
            ["person"] = new() { Value = "p1", Refresh = "q1", ExpiresAt = person },
        },
    };

    private static SecurityMethod Method(bool carriesMain, NamedToken[] named, SecurityKind kind = SecurityKind.OAuth2Code) => new()
    {
        Id = "odd",
        Kind = kind,
        Apply = (request, context) =>
        {
            if (carriesMain)
            {
                request.Header("Authorization", "Bearer " + context.Token("main").Value);
            }

            foreach (NamedToken token in named)
            {
                request.Header("X-" + token.Name, context.Token(token.Name).Value);
            }
        },
        OAuth = new OAuth2Settings { TokenUrl = static _ => TokenUrl, ClientId = static _ => "app" },
        NamedTokens = named,
    };

    private static ConnectorDescriptor Connector(SecurityMethod method) => TestConnector.Make([method]);

    private static Task<JsonValue> GetAsync(ActionExecutor executor) => executor.ExecuteAsync(TestActions.Get(methods: ["odd"]), JsonValue.Null, cancellationToken: Cancellation);

    private ActionExecutor Executor(FakeProvider provider, Connection? connection, bool carriesMain = true, NamedToken? named = null, ICredentialStore? store = null)
    {
        if (connection is not null)
        {
            _store.Put(Key, connection);
        }

        return new ActionExecutor(Connector(Method(carriesMain, [named ?? Person])), Options(provider, store ?? _store));
    }

    private ConnectorOptions Options(FakeProvider provider, ICredentialStore store)
    {
        ConnectorOptions options = TestConnector.Options(provider, clock: _clock);
        options.CredentialStore = store;
        options.Account = Key.Account;
        return options;
    }

    private async Task<Connection> HeldAsync() => (await _store.GetAsync(Key, Cancellation))!;

    private async Task<(string, string)> ValuesAsync(string name)
    {
        Connection held = await HeldAsync();
        return (held.Tokens["main"].Value, held.Tokens[name].Value);
    }
}
