using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Interactor.Runtime.Tests.Telemetry;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

/// <summary>A connection that is given inline: its new tokens live as long as the client.</summary>
public sealed class InlineConnectionTests
{
    private const string Warning = "given inline";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly FakeClock _clock = new();
    private int _tokens;

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task The_log_warns_once_where_a_refresh_token_is_replaced(bool rotates, int warnings)
    {
        using Listening listening = new();
        ConnectorOptions options = Options(rotates, listening);
        options.Connection = TestConnector.Connected(_clock.GetUtcNow());
        await CallTwiceAsync(options);
        Assert.Equal(warnings, listening.Heard.Count(static line => line.Contains(Warning, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task It_does_not_warn_of_a_store()
    {
        using Listening listening = new();
        ConnectorOptions options = Options(rotates: true, listening);
        InMemoryCredentialStore store = new();
        store.Put(new ConnectionKey("test/mini", "acc"), TestConnector.Connected(_clock.GetUtcNow()));
        (options.CredentialStore, options.Account) = (store, "acc");
        await CallTwiceAsync(options);
        Assert.DoesNotContain(listening.Heard, static line => line.Contains(Warning, StringComparison.Ordinal));
    }

    private async Task CallTwiceAsync(ConnectorOptions options)
    {
        ActionExecutor executor = new(TestConnector.Make(), options);
        for (int i = 1; i <= 2; i++)
        {
            await executor.ExecuteAsync(TestActions.Get(methods: ["oauth"]), JsonValue.Null, cancellationToken: Token);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(2, _tokens);
    }

    private ConnectorOptions Options(bool rotates, Listening listening)
    {
        FakeProvider provider = new(request => Answer(!request.Url.EndsWith("/token", StringComparison.Ordinal) ? "1"
            : $$"""{"access_token":"t{{++_tokens}}","refresh_token":"{{(rotates ? "s" + _tokens : "r1")}}","expires_in":600}"""));
        ConnectorOptions options = TestConnector.Options(provider, clock: _clock);
        options.LoggerFactory = listening;
        return options;
    }
}
