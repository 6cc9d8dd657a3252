using System.Text;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

/// <summary>Token endpoints with habits of their own.</summary>
public sealed class TokenAnswerTests
{
    private const string TokenUrl = "https://a.login.example.com/token";

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private static readonly ConnectionKey Key = new("test/mini", "acc");

    private readonly FakeClock _clock = new();
    private readonly InMemoryCredentialStore _store = new();

    [Fact]
    public async Task A_request_may_be_JSON_and_its_answer_elsewhere()
    {
        FakeProvider provider = Provider(static _ =>
        {
            HttpResponseMessage answer = Answer("""{"data":{"token":"t2","next":"r2"},"access_token":"wrong","refresh_token":"wrong"}""");
            answer.Headers.Add("x-until", "1767323045000");
            answer.Headers.Add("x-scopes", "a|b,c");
            return answer;
        });
        await RefreshAsync(provider, sendsJson: true, new TokenAnswer
        {
            Value = static (response, _) => Text(response, "token"),
            Refresh = static (response, _) => Text(response, "next"),
            ExpiresAt = static (response, _) => response.Headers["x-until"],
            Scopes = static (response, _) => response.Headers["x-scopes"],
        });

        using System.Text.Json.JsonDocument sent = System.Text.Json.JsonDocument.Parse(provider.Requests[0].Body);
        Assert.Equal(("refresh_token", "r1", "app"), (Sent("grant_type"), Sent("refresh_token"), Sent("client_id")));
        Token token = (await HeldAsync()).Tokens["main"];
        Assert.Equal(("t2", "r2", DateTimeOffset.FromUnixTimeMilliseconds(1767323045000)), (token.Value, token.Refresh, token.ExpiresAt));
        Assert.Equal(["a", "b", "c"], token.Scopes);

        string? Sent(string name) => sent.RootElement.GetProperty(name).GetString();
    }

    [Fact]
    public async Task An_answer_without_the_token_that_is_declared_loses_no_grant()
    {
        FakeProvider provider = Provider(static _ => Answer("""{"data":{},"access_token":"wrong"}"""));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
            () => RefreshAsync(provider, sendsJson: false, new TokenAnswer { Value = static (response, _) => Text(response, "token") }));
        Assert.Equal(ErrorCode.AuthExpired, failure.Code);
        Assert.Equal("r1", (await HeldAsync()).Tokens["main"].Refresh);
    }

    [Theory]
    [InlineData("utf-8", true, 1)]
    [InlineData("utf-16", true, 1)]
    [InlineData("utf-16", false, 1)]
    [InlineData("utf-16BE", true, 1)]
    [InlineData("utf-16BE", false, 1)]
    [InlineData("utf-8", false, 900)]
    public async Task An_answer_is_read_in_each_encoding_of_JSON_and_however_deep_it_is(string charset, bool hasMark, int depth)
    {
        Encoding encoding = Encoding.GetEncoding(charset);
        string deep = new string('[', depth) + new string(']', depth);
        string json = $$"""{"access_token":"t2","refresh_token":"r2","data":{"token":"t3","next":"r3"},"deep":{{deep}}}""";
        FakeProvider provider = Provider(_ => Body([.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(json)], $"application/json; charset={charset}"));
        await RefreshAsync(provider, sendsJson: false, answer: null);
        Assert.Equal(("t2", "r2"), ((await HeldAsync()).Tokens["main"].Value, (await HeldAsync()).Tokens["main"].Refresh));

        await RefreshAsync(provider, sendsJson: false, new TokenAnswer { Value = static (response, _) => Text(response, "token"), Refresh = static (response, _) => Text(response, "next") });
        Assert.Equal(("t3", "r3"), ((await HeldAsync()).Tokens["main"].Value, (await HeldAsync()).Tokens["main"].Refresh));
    }

    [Theory]
    [InlineData("""{"data":{"token":"gone"},"access_token":"t2"}""", 200, ErrorCode.AuthRevoked, ConnectionStatus.NeedsReauthorization)]
    [InlineData("""{"data":{"token":"gone"},"error":"odd"}""", 400, ErrorCode.AuthRevoked, ConnectionStatus.NeedsReauthorization)]
    [InlineData("""{"data":{"token":"slow down"},"error":"odd"}""", 400, ErrorCode.AuthExpired, ConnectionStatus.Active)]
    [InlineData("""{"error":"odd"}""", 400, ErrorCode.AuthExpired, ConnectionStatus.Active)]
    [InlineData("""{"error":"odd"}""", 200, ErrorCode.AuthExpired, ConnectionStatus.Renewing)]
    public async Task An_endpoint_may_say_in_its_own_words_that_the_grant_is_gone(string body, int status, ErrorCode code, ConnectionStatus left)
    {
        FakeProvider provider = Provider(_ => Answer(body, status));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
            () => RefreshAsync(provider, sendsJson: false, answer: null, revoked: static response => Text(response, "token")!.Length == 4));
        Assert.Equal((code, left), (failure.Code, (await HeldAsync()).Status));
    }

    [Fact]
    public async Task A_new_token_is_kept_even_if_its_answer_lacks_what_is_declared_beside_it()
    {
        FakeProvider provider = Provider(static _ => Answer("""{"access_token":"t2","refresh_token":"r2"}"""));
        await RefreshAsync(provider, sendsJson: false, new TokenAnswer { ExpiresAt = Missing, Scopes = Missing }, new NamedToken("person", new TokenAnswer { Value = Missing }));
        Token token = (await HeldAsync()).Tokens["main"];
        Assert.Equal(("t2", "r2", null), (token.Value, token.Refresh, token.ExpiresAt));

        static string? Missing(ProviderResponse response, ActionContext context) => throw new InteractorException(ErrorCode.ContractViolation, "missing");
    }

    [Fact]
    public async Task Named_tokens_are_kept_beside_the_main_one_and_stay_where_an_answer_leaves_them_out()
    {
        string body = """{"access_token":"t2","refresh_token":"r2","data":{"token":"p2","next":"q2"},"expires_in":30}""";
        FakeProvider provider = Provider(_ => Answer(body));
        NamedToken person = new("person", new TokenAnswer
        {
            Value = static (response, _) => Text(response, "token"),
            Refresh = static (response, _) => Text(response, "next"),
            ExpiresIn = static (_, _) => "90",
        });
        ActionExecutor executor = await RefreshAsync(provider, sendsJson: false, answer: null, person);
        Assert.Equal("p2", provider.Requests[1].Header("X-Person"));
        Connection first = await HeldAsync();
        Assert.Equal(("t2", "p2", "q2", 1L), (first.Tokens["main"].Value, first.Tokens["person"].Value, first.Tokens["person"].Refresh, first.Tokens["person"].Generation));
        Assert.Equal(_clock.GetUtcNow().AddSeconds(90), first.Tokens["person"].ExpiresAt);

        _clock.Advance(TimeSpan.FromSeconds(25));
        body = """{"access_token":"t3","expires_in":30}""";
        await CallAsync(executor);
        Assert.Equal(("t3", "r2", "p2"), await TokensAsync());
        _clock.Advance(TimeSpan.FromSeconds(25));
        body = """{"access_token":"t4","data":{"token":"p4"}}""";
        await CallAsync(executor);
        Assert.Equal(("t4", "r2", "p4"), await TokensAsync());
        Assert.Equal(("q2", 2L), ((await HeldAsync()).Tokens["person"].Refresh, (await HeldAsync()).Tokens["person"].Generation));
        Assert.Equal("p4", Connection.FromJson((await HeldAsync()).ToJson()).Tokens["person"].Value);
    }

    private static string? Text(ProviderResponse response, string name) =>
        response.Body.TryGetMember("data", out JsonValue data) && data.TryGetMember(name, out JsonValue value) ? value.Element.GetString() : null;

    private static FakeProvider Provider(Func<SentRequest, HttpResponseMessage> token) => new(request => request.Url == TokenUrl ? token(request) : Answer("1"));

    private static Task CallAsync(ActionExecutor executor) => executor.ExecuteAsync(TestActions.Get(methods: ["odd"]), JsonValue.Null, cancellationToken: Cancellation);

    private Task<ActionExecutor> RefreshAsync(FakeProvider provider, bool sendsJson, TokenAnswer? answer, params NamedToken[] named) =>
        RefreshAsync(provider, sendsJson, answer, revoked: null, named);

    private async Task<ActionExecutor> RefreshAsync(FakeProvider provider, bool sendsJson, TokenAnswer? answer, Func<ProviderResponse, bool>? revoked, params NamedToken[] named)
    {
        SecurityMethod method = new()
        {
            Id = "odd",
            Kind = SecurityKind.OAuth2Code,
            Apply = (request, context) =>
            {
                request.Header("Authorization", "Bearer " + context.Token("main").Value);
                request.Header("X-Person", context.Session.Token("person")?.Value);
            },
            OAuth = new OAuth2Settings { TokenUrl = static _ => TokenUrl, ClientId = static _ => "app", SendsJson = sendsJson, Answer = answer, Revoked = revoked, ScopeSeparator = "|" },
            NamedTokens = named,
        };
        ConnectorOptions options = TestConnector.Options(provider, clock: _clock);
        options.CredentialStore = _store;
        options.Account = Key.Account;
        _store.Put(Key, TestConnector.Connected(_clock.GetUtcNow()) with { Method = "odd" });
        ActionExecutor executor = new(TestConnector.Make([method]), options);
        await CallAsync(executor);
        return executor;
    }

    private async Task<Connection> HeldAsync() => (await _store.GetAsync(Key, Cancellation))!;

    private async Task<(string, string?, string)> TokensAsync()
    {
        Connection held = await HeldAsync();
        return (held.Tokens["main"].Value, held.Tokens["main"].Refresh, held.Tokens["person"].Value);
    }
}
