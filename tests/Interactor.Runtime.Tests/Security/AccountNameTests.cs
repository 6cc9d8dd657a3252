using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Security;

/// <summary>An account has to have a name and a place before anything is asked for it.</summary>
public sealed class AccountNameTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, string> None = [];

    private readonly FakeProvider _provider = new(static _ => FakeProvider.Answer("""{"access_token":"t1"}"""));

    [Theory]
    [InlineData("", true, ErrorCode.InputInvalid)]
    [InlineData("", false, ErrorCode.InputInvalid)]
    [InlineData("acc", false, ErrorCode.AuthDenied)]
    public async Task An_account_that_cannot_be_kept_is_refused_before_anything_is_sent(string account, bool hasStore, ErrorCode code)
    {
        ConnectionFlow flow = new(Connector(), Options(hasStore));
        PendingConnection pending = (await flow.BeginAsync("oauth", new Uri("https://app.example.net/"), cancellationToken: Token)).Pending with { Account = account };
        PendingDevice device = new()
        {
            Connector = pending.Connector,
            Method = "tv",
            Account = account,
            DeviceCode = "d",
            Interval = TimeSpan.FromSeconds(1),
            ExpiresAt = pending.ExpiresAt,
        };
        Func<Task>[] calls =
        [
            () => flow.BeginAsync("oauth", new Uri("https://app.example.net/"), account: account, cancellationToken: Token).AsTask(),
            () => flow.CompleteAsync(pending, $"code=1&state={pending.State}", Token),
            () => flow.BeginDeviceAsync("tv", account: account, cancellationToken: Token),
            () => flow.CompleteDeviceAsync(device, Token),
            () => flow.ConnectAsync("client", None, account, Token),
            () => flow.DisconnectAsync(account, Token),
            () => new ActionExecutor(Connector(), Options(hasStore)).ExecuteAsync(TestActions.Get(), JsonValue.Null, new ActionOptions { Account = account }, Token),
            () => new ActionExecutor(Connector(), Options(hasStore, account)).ExecuteAsync(TestActions.Get(), JsonValue.Null, cancellationToken: Token),
        ];
        foreach (Func<Task> call in calls)
        {
            InteractorException failure = await Assert.ThrowsAsync<InteractorException>(call);
            Assert.Equal((code, "test/mini"), (failure.Code, failure.Connector));
        }

        Assert.Empty(_provider.Requests);
    }

    [Fact]
    public async Task Without_an_account_no_store_is_needed()
    {
        ConnectionFlow flow = new(Connector(), Options(hasStore: false));
        Assert.Equal("t1", (await flow.ConnectAsync("client", None, cancellationToken: Token)).Tokens["main"].Value);
    }

    private static ConnectorDescriptor Connector() => TestConnector.Make(
    [
        .. TestConnector.Methods(),
        new SecurityMethod
        {
            Id = "tv",
            Kind = SecurityKind.OAuth2Device,
            OAuth = new OAuth2Settings { DeviceUrl = static _ => "https://a.login.example.com/device", TokenUrl = static _ => "https://a.login.example.com/token", ClientId = static _ => "app" },
        },
    ]);

    private ConnectorOptions Options(bool hasStore, string? account = null)
    {
        ConnectorOptions options = TestConnector.Options(_provider);
        options.CredentialStore = hasStore ? new InMemoryCredentialStore() : null;
        options.Account = account;
        return options;
    }
}
