using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

/// <summary>An account that is connected anew while a token of its earlier grant is renewed keeps what it was connected with, whatever the provider says of the earlier one.</summary>
public sealed class ReconnectTests
{
    private const string TokenUrl = "https://a.login.example.com/token";
    private const string PersonUrl = "https://a.login.example.com/person";
    private const string Renewed = """{"access_token":"old2","refresh_token":"oldr2","person_token":"oldp2","person_refresh":"oldq2","expires_in":3600}""";

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private static readonly ConnectionKey Key = new("test/mini", "acc");

    private readonly FakeClock _clock = new();
    private readonly InMemoryCredentialStore _store = new();
    private readonly TaskCompletionSource _isAsked = new();
    private readonly TaskCompletionSource<HttpResponseMessage> _answer = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task By_another_method(bool isRenewed)
    {
        FakeProvider provider = new((request, _) => request.Url == TokenUrl ? HeldAsync() : Task.FromResult(Answer("1")));
        RequestAction<JsonValue, JsonValue> action = TestActions.Get(methods: ["oauth", "key"]);
        _store.Put(Key, TestConnector.Connected(_clock.GetUtcNow()));
        await AssertKeptAsync(TestConnector.Make(action), action, provider, isRenewed, flow => flow.ConnectAsync("key", new Dictionary<string, string> { ["api_key"] = "new" }, Key.Account, Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_a_token_that_the_earlier_grant_had(bool isRenewed)
    {
        TokenAnswer parts = new() { Value = static (response, _) => Text(response, "person_token"), Refresh = static (response, _) => Text(response, "person_refresh") };
        SecurityMethod method = new()
        {
            Id = "oauth",
            Kind = SecurityKind.OAuth2Code,
            Apply = static (request, context) => request.Header("Authorization", "Bearer " + context.Token("main").Value),
            OAuth = new OAuth2Settings { AuthorizeUrl = static _ => "https://a.login.example.com/authorize", TokenUrl = static _ => TokenUrl, ClientId = static _ => "app" },
            NamedTokens = [new("person", parts) { Renew = new NamedTokenRefresh { Url = static _ => PersonUrl, Answer = parts } }],
        };
        FakeProvider provider = new((request, _) => request.Url == PersonUrl ? HeldAsync()
            : Task.FromResult(Answer(request.Url == TokenUrl ? """{"access_token":"new1","refresh_token":"newr1","expires_in":3600}""" : "1")));
        RequestAction<JsonValue, JsonValue> action = TestActions.Get(methods: ["oauth"]);
        _store.Put(Key, new Connection
        {
            Method = "oauth",
            Tokens = new Dictionary<string, Token>
            {
                ["main"] = new() { Value = "old1", Refresh = "oldr1", ExpiresAt = _clock.GetUtcNow().AddHours(1) },
                ["person"] = new() { Value = "oldp1", Refresh = "oldq1", ExpiresAt = _clock.GetUtcNow() },
            },
        });
        await AssertKeptAsync(TestConnector.Make([method], action), action, provider, isRenewed, AuthorizeAsync);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_the_application_deleted_it(bool isRenewed)
    {
        FakeProvider provider = new((request, _) => request.Url != TokenUrl ? Task.FromResult(Answer("1"))
            : request.Form["grant_type"] == "refresh_token" ? HeldAsync()
            : Task.FromResult(Answer("""{"access_token":"new1","refresh_token":"newr1","expires_in":3600}""")));
        RequestAction<JsonValue, JsonValue> action = TestActions.Get(methods: ["oauth"]);
        _store.Put(Key, TestConnector.Connected(_clock.GetUtcNow()));
        await AssertKeptAsync(TestConnector.Make(action), action, provider, isRenewed, async flow =>
        {
            await _store.DeleteAsync(Key, Cancellation);
            return await AuthorizeAsync(flow);
        });
    }

    private static string? Text(ProviderResponse response, string member) => response.Body.TryGetMember(member, out JsonValue value) ? value.Element.GetString() : null;

    private static async Task<Connection> AuthorizeAsync(ConnectionFlow flow)
    {
        AuthorizationStart start = await flow.BeginAsync("oauth", new Uri("https://app.example.com/cb"), account: Key.Account, cancellationToken: Cancellation);
        return await flow.CompleteAsync(start.Pending, $"state={start.Pending.State}&code=c", cancellationToken: Cancellation);
    }

    private Task<HttpResponseMessage> HeldAsync()
    {
        _isAsked.TrySetResult();
        return _answer.Task;
    }

    private async Task AssertKeptAsync(
        ConnectorDescriptor connector, RequestAction<JsonValue, JsonValue> action, FakeProvider provider, bool isRenewed, Func<ConnectionFlow, Task<Connection>> connectAnew)
    {
        ConnectorOptions options = TestConnector.Options(provider, clock: _clock);
        (options.CredentialStore, options.Account) = (_store, Key.Account);
        ActionExecutor executor = new(connector, options);
        Task<JsonValue> call = executor.ExecuteAsync(action, JsonValue.Null, cancellationToken: Cancellation);
        await _isAsked.Task;
        Connection made = await connectAnew(new ConnectionFlow(connector, options));
        _answer.SetResult(isRenewed ? Answer(Renewed) : Answer("""{"error":"invalid_grant"}""", 400));

        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => call);
        Assert.Equal(ErrorCode.AuthDenied, failure.Code);
        Connection? held = await _store.GetAsync(Key, Cancellation);
        Assert.Equal(made.ToJson(), held!.ToJson());
        await executor.ExecuteAsync(action, JsonValue.Null, cancellationToken: Cancellation);
        Assert.Equal(made.ToJson(), (await _store.GetAsync(Key, Cancellation))!.ToJson());
    }
}
