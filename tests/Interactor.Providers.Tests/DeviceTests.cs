using Interactor.Providers.Tests.Running;
using Interactor.Runtime;
using Interactor.Runtime.Security;

namespace Interactor.Providers.Tests;

/// <summary>Consent on another device (RFC 8628), by a client that has no secret.</summary>
public sealed class DeviceTests(OpenIdServer provider) : IClassFixture<OpenIdServer>
{
    [Fact]
    public async Task From_the_code_to_the_end_of_the_grant()
    {
        Application app = new(provider.Url, "tv");
        DeviceStart start = await app.Flow.BeginDeviceAsync("device", account: Application.Account, cancellationToken: TestContext.Current.CancellationToken);
        Task<Connection> waiting = app.Flow.CompleteDeviceAsync(PendingDevice.FromJson(start.Pending.ToJson()), TestContext.Current.CancellationToken);
        using Person person = new();
        await person.EnterCodeAsync(start.CompleteUri!);

        Connection connection = await app.Clock.RunAsync(waiting);
        Assert.Equal("ann", connection.Identity!.Id);
        Assert.Equal("ann", (await app.CallAsync()).Account);

        Token first = await app.TokenAsync();
        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("tv", (await app.CallAsync()).Client);
        Assert.NotEqual(first.Refresh, (await app.TokenAsync()).Refresh);
        Assert.True(await app.Flow.DisconnectAsync(Application.Account, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_code_that_nobody_enters_ends_without_a_connection()
    {
        Application app = new(provider.Url, "tv");
        DeviceStart start = await app.Flow.BeginDeviceAsync("device", account: Application.Account, cancellationToken: TestContext.Current.CancellationToken);
        InteractorException late = await Assert.ThrowsAsync<InteractorException>(
            () => app.Clock.RunAsync(app.Flow.CompleteDeviceAsync(start.Pending, TestContext.Current.CancellationToken)));
        Assert.Equal(ErrorCode.AuthDenied, late.Code);
        Assert.Null(await app.ConnectionAsync());
    }
}
