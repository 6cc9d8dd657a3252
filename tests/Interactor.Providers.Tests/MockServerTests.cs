using Interactor.Providers.Tests.Running;
using Interactor.Runtime;
using Interactor.Runtime.Security;

namespace Interactor.Providers.Tests;

/// <summary>Another server than ours, with its answers of success and the errors that a provider may give.</summary>
public sealed class MockServerTests(MockServer server) : IClassFixture<MockServer>
{
    [Fact]
    public async Task Code_with_PKCE_refresh_and_revocation()
    {
        Application app = new(server.Url, "client");
        using Person person = new();
        await app.ConnectAsync("code-of-mock", person);
        Assert.Equal("johndoe", (await UserAsync(app)).Sub);
        Token first = await app.TokenAsync();
        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("johndoe", (await UserAsync(app)).Sub);
        Assert.Equal(first.Generation + 1, (await app.TokenAsync()).Generation);
        Assert.True(await app.Flow.DisconnectAsync(Application.Account, TestContext.Current.CancellationToken));
        Assert.Null(await app.ConnectionAsync());
    }

    [Fact]
    public async Task A_password_gives_tokens_and_gives_them_again()
    {
        Application app = new(server.Url, "client");
        await app.Flow.ConnectAsync("password", new Dictionary<string, string> { ["username"] = "ann", ["password"] = "secret" }, Application.Account, TestContext.Current.CancellationToken);
        Token first = await app.TokenAsync();
        app.Clock.Advance(TimeSpan.FromHours(1));
        await UserAsync(app);
        Assert.Equal(first.Generation + 1, (await app.TokenAsync()).Generation);

        // The refresh token is refused, and the password is good all the same.
        app.Clock.Advance(TimeSpan.FromHours(1));
        await server.AnswerNextAsync(400, new { error = "invalid_grant" });
        Assert.Equal("johndoe", (await UserAsync(app)).Sub);
        Assert.Equal(ConnectionStatus.Active, (await app.ConnectionAsync()).Status);
    }

    [Theory]
    [InlineData(500, "server_error", ErrorCode.Transient)]
    [InlineData(503, "temporarily_unavailable", ErrorCode.Transient)]
    [InlineData(429, "slow_down", ErrorCode.Transient)]
    [InlineData(400, "invalid_request", ErrorCode.AuthExpired)]
    [InlineData(401, "invalid_client", ErrorCode.AuthExpired)]
    public async Task Any_other_error_keeps_the_grant(int status, string error, ErrorCode code)
    {
        Application app = await ExpiredAsync();
        await server.AnswerNextAsync(status, new { error });
        InteractorException failed = await Assert.ThrowsAsync<InteractorException>(() => UserAsync(app));
        Assert.Equal((code, error), (failed.Code, failed.ProviderCode));
        Assert.Equal("johndoe", (await UserAsync(app)).Sub);
        Assert.Equal(ConnectionStatus.Active, (await app.ConnectionAsync()).Status);
    }

    [Fact]
    public async Task An_answer_of_success_without_a_token_keeps_the_grant()
    {
        Application app = await ExpiredAsync();
        await server.AnswerNextAsync(200, new { token_type = "Bearer" });
        Assert.Equal(ErrorCode.AuthExpired, (await Assert.ThrowsAsync<InteractorException>(() => UserAsync(app))).Code);
        Assert.Equal("johndoe", (await UserAsync(app)).Sub);
    }

    [Fact]
    public async Task A_grant_that_is_gone_needs_the_person()
    {
        Application app = await ExpiredAsync();
        await server.AnswerNextAsync(400, new { error = "invalid_grant" });
        Assert.Equal(ErrorCode.AuthRevoked, (await Assert.ThrowsAsync<InteractorException>(() => UserAsync(app))).Code);
        Assert.Equal(ConnectionStatus.NeedsReauthorization, (await app.ConnectionAsync()).Status);
    }

    private async Task<Application> ExpiredAsync()
    {
        Application app = new(server.Url, "client");
        using Person person = new();
        await app.ConnectAsync("code-of-mock", person);
        app.Clock.Advance(TimeSpan.FromHours(1));
        return app;
    }

    private static Task<Test.Connectors.Provider.UserGetOutput> UserAsync(Application app) => app.Client.User.GetAsync(cancellationToken: TestContext.Current.CancellationToken);
}
