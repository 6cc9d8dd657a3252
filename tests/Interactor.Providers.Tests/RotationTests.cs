using Interactor.Providers.Tests.Running;
using Interactor.Runtime;
using Interactor.Runtime.Security;

namespace Interactor.Providers.Tests;

/// <summary>A provider that takes each refresh token once, and what may go wrong while one is spent.</summary>
public sealed class RotationTests(OpenIdServer provider) : IClassFixture<OpenIdServer>
{
    private const string Client = "web.body";

    [Fact]
    public async Task The_provider_withdraws_a_grant_whose_refresh_token_comes_twice()
    {
        Application app = await ConnectedAsync();
        Token first = await app.TokenAsync();
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.CallAsync();

        Assert.Equal(400, await provider.RefreshAsync(Client, first.Refresh!));
        InteractorException gone = await Assert.ThrowsAsync<InteractorException>(app.CallAsync);
        Assert.Equal((ErrorCode.AuthRevoked, "invalid_grant"), (gone.Code, gone.ProviderCode));
        Assert.Equal(ConnectionStatus.NeedsReauthorization, (await app.ConnectionAsync()).Status);

        // Nothing but the person helps, and the provider is not asked again.
        gone = await Assert.ThrowsAsync<InteractorException>(app.CallAsync);
        Assert.Equal(ErrorCode.AuthRevoked, gone.Code);
        using Person person = new();
        await app.ConnectAsync("code", person);
        Assert.Equal("ann", (await app.CallAsync()).Account);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_hundred_calls_with_an_expired_token_refresh_once(bool isKnown)
    {
        Application app = await ConnectedAsync();
        (int refreshed, int withdrawn) = await provider.CountsAsync();
        if (isKnown)
        {
            app.Clock.Advance(TimeSpan.FromHours(1));
        }
        else
        {
            await provider.ExpireAsync((await app.TokenAsync()).Value);
        }

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => app.CallAsync())), static thing => Assert.Equal("ann", thing.Account));
        Assert.Equal((refreshed + 1, withdrawn), await provider.CountsAsync());
    }

    [Fact]
    public async Task Several_runtimes_on_one_store_never_spend_a_token_twice()
    {
        string folder = Directory.CreateTempSubdirectory("interactor-providers-").FullName;
        try
        {
            byte[] key = new byte[32];
            Application[] apps = [.. Enumerable.Range(0, 4).Select(_ => new Application(provider.Url, Client, OpenIdServer.Secret, new EncryptedFileCredentialStore(folder, new CredentialKey(key))))];
            using Person person = new();
            await apps[0].ConnectAsync("code", person);
            (int refreshed, int withdrawn) = await provider.CountsAsync();
            for (int round = 1; round <= 5; round++)
            {
                Array.ForEach(apps, static app => app.Clock.Advance(TimeSpan.FromHours(1)));
                Assert.All(await Task.WhenAll(apps.SelectMany(static app => Enumerable.Range(0, 25).Select(_ => app.CallAsync()))), static thing => Assert.Equal("ann", thing.Account));
                Assert.Equal((refreshed + round, withdrawn), await provider.CountsAsync());
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task An_error_of_the_token_endpoint_keeps_the_grant()
    {
        await using TokenProxy proxy = await TokenProxy.StartAsync(provider.Url);
        Application app = await ConnectedAsync(proxy);
        app.Clock.Advance(TimeSpan.FromHours(1));
        proxy.Fault = ProxyFault.FailsBefore;
        for (int i = 0; i < 3; i++)
        {
            InteractorException failed = await Assert.ThrowsAsync<InteractorException>(app.CallAsync);
            Assert.Equal((ErrorCode.Transient, 500), (failed.Code, failed.Status));
            Assert.NotEqual(ConnectionStatus.NeedsReauthorization, (await app.ConnectionAsync()).Status);
        }

        proxy.Fault = ProxyFault.None;
        Assert.Equal("ann", (await app.CallAsync()).Account);
        Assert.Equal(ConnectionStatus.Active, (await app.ConnectionAsync()).Status);
    }

    [Fact]
    public async Task A_token_endpoint_without_an_answer_keeps_the_grant()
    {
        await using TokenProxy proxy = await TokenProxy.StartAsync(provider.Url);
        Application app = await ConnectedAsync(proxy);
        app.Clock.Advance(TimeSpan.FromHours(1));
        proxy.Fault = ProxyFault.Hangs;
        Task<Test.Connectors.Provider.Thing> call = app.CallAsync();
        await proxy.Holds.WaitAsync(TestContext.Current.CancellationToken);
        app.Clock.Advance(TimeSpan.FromSeconds(31));
        InteractorException failed = await Assert.ThrowsAsync<InteractorException>(() => call);
        Assert.Equal(ErrorCode.Transient, failed.Code);
        Assert.Equal(ConnectionStatus.Renewing, (await app.ConnectionAsync()).Status);

        proxy.Fault = ProxyFault.None;
        Assert.Equal("ann", (await app.CallAsync()).Account);
        Assert.Equal(ConnectionStatus.Active, (await app.ConnectionAsync()).Status);
    }

    // A caller who gives up does not stop the refresh that others wait for.
    [Fact]
    public async Task A_cancelled_call_loses_no_token()
    {
        await using TokenProxy proxy = await TokenProxy.StartAsync(provider.Url);
        Application app = await ConnectedAsync(proxy);
        app.Clock.Advance(TimeSpan.FromHours(1));
        proxy.Fault = ProxyFault.Hangs;
        using CancellationTokenSource cancellation = new();
        Task<Test.Connectors.Provider.Thing> call = app.Client.Thing.GetAsync(cancellationToken: cancellation.Token);
        await proxy.Holds.WaitAsync(TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        proxy.Fault = ProxyFault.None;
        Task<Test.Connectors.Provider.Thing> next = app.CallAsync();
        app.Clock.Advance(TimeSpan.FromSeconds(31));
        await Record.ExceptionAsync(() => next);
        Assert.Equal("ann", (await app.CallAsync()).Account);
    }

    // The successor is lost with the answer, and who tries again has spent a token twice: no runtime can mend that, but it must say so.
    [Fact]
    public async Task A_lost_answer_ends_as_a_connection_that_needs_the_person()
    {
        await using TokenProxy proxy = await TokenProxy.StartAsync(provider.Url);
        Application app = await ConnectedAsync(proxy);
        app.Clock.Advance(TimeSpan.FromHours(1));
        proxy.Fault = ProxyFault.FailsAfter;
        InteractorException failed = await Assert.ThrowsAsync<InteractorException>(app.CallAsync);
        Assert.Equal((ErrorCode.Transient, ConnectionStatus.Renewing), (failed.Code, (await app.ConnectionAsync()).Status));

        proxy.Fault = ProxyFault.None;
        failed = await Assert.ThrowsAsync<InteractorException>(app.CallAsync);
        Assert.Equal((ErrorCode.AuthRevoked, ConnectionStatus.NeedsReauthorization), (failed.Code, (await app.ConnectionAsync()).Status));
    }

    private async Task<Application> ConnectedAsync(TokenProxy? proxy = null)
    {
        Application app = new(provider.Url, Client, OpenIdServer.Secret);
        app.Options.TokenBase = proxy?.Url;
        using Person person = new();
        await app.ConnectAsync("code", person);
        return app;
    }
}
