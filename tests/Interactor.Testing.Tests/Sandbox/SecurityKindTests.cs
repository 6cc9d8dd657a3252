using Interactor.Runtime.Security;

namespace Interactor.Testing.Tests.Sandbox;

/// <summary>A sandbox of a connector with every kind of security.</summary>
public sealed class SecurityKindTests
{
    [Theory]
    [InlineData("body")]
    [InlineData("body-token")]
    [InlineData("countersigned")]
    [InlineData("scoped")]
    public async Task What_needs_no_token_of_the_provider_is_taken(string method)
    {
        await using Playground play = await Playground.StartAsync("keyring");
        Connection connection = await play.ConnectAsync(method);
        Assert.Equal(method, connection.Method);
        await play.RunAsync(connection, "lock.list", "{}");
    }
}
