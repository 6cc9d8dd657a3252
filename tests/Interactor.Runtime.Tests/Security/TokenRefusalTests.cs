using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

/// <summary>What refusals of the token endpoint mean where there is no grant yet, and where there is one.</summary>
public sealed class TokenRefusalTests
{
    private const string TokenUrl = "https://a.login.example.com/token";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static readonly ConnectionKey Key = new("test/mini", "acc");

    private readonly InMemoryCredentialStore _store = new();

    public static TheoryData<int, string, string> Refusals => new()
    {
        { 401, """{"error":"invalid_client"}""", "id and secret" },
        { 400, """{"error":"invalid_client"}""", "id and secret" },
        { 401, "{}", "id and secret" },
        { 400, """{"error":"invalid_request"}""", "refused" },
        { 302, "", "redirect" },
        { 307, "{}", "redirect" },
        { 200, "{}", "no access token" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Where_nothing_was_granted_it_is_denied(int status, string body, string says)
    {
        FakeProvider provider = new(_ => Answer(body, status));
        ConnectionFlow flow = new(TestConnector.Make(), Options(provider));
        PendingConnection pending = (await flow.BeginAsync("oauth", new Uri("https://app.example.net/"), account: "acc", cancellationToken: Token)).Pending;
        AssertSays(await Assert.ThrowsAsync<InteractorException>(() => flow.CompleteAsync(pending, $"code=1&state={pending.State}", Token)));
        AssertSays(await Assert.ThrowsAsync<InteractorException>(() => flow.ConnectAsync("client", new Dictionary<string, string>(), cancellationToken: Token)));
        AssertSays(await FailAsync(provider, new Connection { Method = "client" }));

        void AssertSays(InteractorException failure)
        {
            Assert.Equal(ErrorCode.AuthDenied, failure.Code);
            Assert.Contains(says, failure.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_grant_that_is_there_stays(int status, string body, string says)
    {
        FakeProvider provider = new(request => request.Url == TokenUrl ? Answer(body, status) : Status(401));
        InteractorException failure = await FailAsync(provider, TestConnector.Connected());
        Assert.Equal(ErrorCode.AuthExpired, failure.Code);
        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
        Connection held = (await _store.GetAsync(Key, Token))!;
        Assert.Equal("r1", held.Tokens["main"].Refresh);
        Assert.NotEqual(ConnectionStatus.NeedsReauthorization, held.Status);
    }

    [Theory]
    [InlineData("""{"error":"odd"}""", "odd")]
    [InlineData("{}", null)]
    public async Task The_provider_s_own_code_is_told_where_a_definition_says_that_the_grant_is_gone(string body, string? code)
    {
        FakeProvider provider = new(request => request.Url == TokenUrl ? Answer(body, 400) : Status(401));
        SecurityMethod method = new()
        {
            Id = "oauth",
            Kind = SecurityKind.OAuth2Code,
            Apply = static (request, context) => request.Header("Authorization", context.Token("main").Value),
            OAuth = new OAuth2Settings { TokenUrl = static _ => TokenUrl, ClientId = static _ => "app", Revoked = static response => response.Status == 400 },
        };
        InteractorException failure = await FailAsync(provider, TestConnector.Connected(), method);
        Assert.Equal((ErrorCode.AuthRevoked, code), (failure.Code, failure.ProviderCode));
        Assert.Equal(ConnectionStatus.NeedsReauthorization, (await _store.GetAsync(Key, Token))!.Status);
    }

    [Fact]
    public async Task A_failure_says_that_a_later_try_may_succeed()
    {
        FakeProvider provider = new(request => Status(request.Url == TokenUrl ? 503 : 401));
        Assert.EndsWith("a later try may succeed (503).", (await FailAsync(provider, TestConnector.Connected())).Message, StringComparison.Ordinal);
        Assert.EndsWith("a later try may succeed (500).", (await FailAsync(new FakeProvider(static _ => Status(500)), TestConnector.Connected())).Message, StringComparison.Ordinal);
    }

    private Task<InteractorException> FailAsync(FakeProvider provider, Connection connection, params SecurityMethod[] methods)
    {
        _store.Put(Key, connection);
        ActionExecutor executor = new(TestConnector.Make(methods.Length == 0 ? TestConnector.Methods() : methods), Options(provider));
        return Assert.ThrowsAsync<InteractorException>(
            () => executor.ExecuteAsync(TestActions.Get(methods: [connection.Method]), JsonValue.Null, cancellationToken: Token));
    }

    private ConnectorOptions Options(FakeProvider provider)
    {
        ConnectorOptions options = TestConnector.Options(provider);
        options.CredentialStore = _store;
        options.Account = Key.Account;
        return options;
    }
}
