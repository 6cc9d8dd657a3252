using Interactor.Providers.Tests.Running;
using Interactor.Runtime;
using Interactor.Runtime.Security;

namespace Interactor.Providers.Tests;

/// <summary>A client that acts for itself, by each way to prove who it is.</summary>
public sealed class MachineTests(OpenIdServer provider) : IClassFixture<OpenIdServer>
{
    [Theory]
    [InlineData("secret-in-body", "machine.body")]
    [InlineData("secret-in-header", "machine.header")]
    [InlineData("signed", "machine.signed")]
    public async Task From_the_first_token_to_the_last(string method, string client)
    {
        Application app = Of(client, OpenIdServer.Secret, provider.PrivateKey);
        Connection connection = await app.Flow.ConnectAsync(method, new Dictionary<string, string>(), Application.Account, TestContext.Current.CancellationToken);
        Assert.Equal(method, connection.Method);
        Assert.Equal(client, (await app.CallAsync()).Client);

        string first = (await app.TokenAsync()).Value;
        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => app.CallAsync())), thing => Assert.Equal(client, thing.Client));
        string second = (await app.TokenAsync()).Value;
        Assert.NotEqual(first, second);

        Assert.True(await app.Flow.DisconnectAsync(Application.Account, TestContext.Current.CancellationToken));
        Assert.Null(await app.ConnectionAsync());
        await app.Store.TryReplaceAsync(new ConnectionKey("test/provider", "stale"), connection with { Tokens = new Dictionary<string, Token> { ["main"] = new() { Value = second } } }, 0, TestContext.Current.CancellationToken);
        Assert.Equal(client, (await app.Client.Thing.GetAsync(new ActionOptions { Account = "stale" }, TestContext.Current.CancellationToken)).Client);
        Assert.NotEqual(second, (await app.Store.GetAsync(new ConnectionKey("test/provider", "stale"), TestContext.Current.CancellationToken))!.Tokens["main"].Value);
    }

    [Theory]
    [InlineData("secret-in-body", "machine.body")]
    [InlineData("secret-in-header", "machine.header")]
    [InlineData("signed", "machine.signed")]
    public async Task Another_secret_or_key_is_refused_and_not_told(string method, string client)
    {
        using System.Security.Cryptography.ECDsa other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        string key = other.ExportPkcs8PrivateKeyPem();
        Application app = Of(client, "canary-" + OpenIdServer.Secret, key);
        InteractorException refused = await Assert.ThrowsAsync<InteractorException>(
            () => app.Flow.ConnectAsync(method, new Dictionary<string, string>(), Application.Account, TestContext.Current.CancellationToken));
        Assert.Equal((401, "invalid_client"), (refused.Status, refused.ProviderCode));
        Assert.DoesNotContain("canary", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(key.Split('\n')[1], refused.ToString(), StringComparison.Ordinal);
        Assert.Null(await app.ConnectionAsync());
    }

    private Application Of(string client, string secret, string key)
    {
        Application app = new(provider.Url, client, secret);
        app.Options.PrivateKey = key;
        return app;
    }
}
