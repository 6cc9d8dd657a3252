using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

public sealed class ScopeTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Consent_asks_for_the_union_of_what_is_wanted()
    {
        ConnectionFlow flow = new(
            TestConnector.Make(Action("read"), Action("write", "read"), ActionOf("key", ["other"])), TestConnector.Options(new FakeProvider(static _ => Answer("1"))));
        AuthorizationStart all = await flow.BeginAsync("oauth", new Uri("https://app.example.com/back"), cancellationToken: Token);
        Assert.Equal(["base", "read", "write"], all.Pending.Scopes);
        AuthorizationStart some = await flow.BeginAsync("oauth", new Uri("https://app.example.com/back"), scopes: ["read"], cancellationToken: Token);
        Assert.Equal(["read"], some.Pending.Scopes);
        Assert.Contains("scope=read&", some.Url.Query + "&", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", "a b", null)]
    [InlineData("b", "a b", null)]
    [InlineData("c", "a b", "c")]
    [InlineData("A", "a b", "A")]
    [InlineData("a|c|d", "a", "c")]
    [InlineData("a", "", null)]
    [InlineData("", "b", null)]
    [InlineData("narrow", "broad", null)]
    [InlineData("narrow", "broadest", null)]
    [InlineData("broad", "narrow", "broad")]
    public async Task An_action_whose_scope_was_not_granted_is_not_sent(string needed, string granted, string? lacking)
    {
        FakeProvider provider = new(static _ => Answer("1"));
        Connection connection = TestConnector.Connected();
        connection = connection with
        {
            Tokens = new Dictionary<string, Token> { ["main"] = connection.Tokens["main"] with { Scopes = granted.Split(' ', StringSplitOptions.RemoveEmptyEntries) } },
        };
        RequestAction<JsonValue, JsonValue> action = Action(needed.Split('|', StringSplitOptions.RemoveEmptyEntries));
        ActionExecutor executor = new(TestConnector.Make(WithIncludes(), action), TestConnector.Options(provider, connection));
        if (lacking is null)
        {
            await executor.ExecuteAsync(action, JsonValue.Null, cancellationToken: Token);
            Assert.Single(provider.Requests);
            return;
        }

        for (int i = 0; i < 2; i++)
        {
            InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(action, JsonValue.Null, cancellationToken: Token));
            Assert.Equal((ErrorCode.InsufficientScope, "thing.get"), (failure.Code, failure.Action));
            Assert.Contains($"'{lacking}'", failure.Message, StringComparison.Ordinal);
        }

        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task A_connection_of_another_kind_has_no_scopes_to_lack()
    {
        FakeProvider provider = new(static _ => Answer("1"));
        RequestAction<JsonValue, JsonValue> action = ActionOf("key", ["read"]);
        await new ActionExecutor(TestConnector.Make(action), TestConnector.Options(provider)).ExecuteAsync(action, JsonValue.Null, cancellationToken: Token);
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task A_refresh_that_grants_less_counts()
    {
        FakeProvider provider = new(static request => request.Url.EndsWith("/token", StringComparison.Ordinal) ? Answer("""{"access_token":"t2","scope":"b"}""") : Status(401));
        RequestAction<JsonValue, JsonValue> action = Action("a");
        ActionExecutor executor = new(TestConnector.Make(action), TestConnector.Options(provider, TestConnector.Connected()));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(action, JsonValue.Null, cancellationToken: Token));
        Assert.Equal(ErrorCode.InsufficientScope, failure.Code);
        Assert.Equal(2, provider.Requests.Count);
    }

    private static SecurityMethod[] WithIncludes()
    {
        OAuth2Settings settings = new()
        {
            TokenUrl = static _ => "https://a.login.example.com/token",
            ScopeIncludes = [new IncludedScopes("broad", ["narrow"]), new IncludedScopes("broadest", ["broad"])],
        };
        return [new SecurityMethod { Id = "oauth", Kind = SecurityKind.OAuth2Code, OAuth = settings }];
    }

    private static RequestAction<JsonValue, JsonValue> Action(params string[] scopes) => ActionOf("oauth", scopes);

    private static RequestAction<JsonValue, JsonValue> ActionOf(string method, IReadOnlyList<string> scopes) => new()
    {
        Id = "thing.get",
        Version = "1.0.0",
        Effect = ActionEffect.Read,
        Methods = [method],
        Scopes = scopes,
        Input = JsonContracts.Any,
        Output = JsonContracts.Any,
        Server = "api",
        Method = "GET",
        Build = static (request, _, _) => request.Path("/v1/thing"),
    };
}
