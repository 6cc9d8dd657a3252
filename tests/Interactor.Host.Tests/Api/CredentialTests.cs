using System.Text.Json;
using Interactor.Host.Tests.Fakes;

namespace Interactor.Host.Tests.Api;

/// <summary>Connecting with given values, what is shown of an account, and disconnecting it.</summary>
public sealed class CredentialTests
{
    private const string Path = "/api/v1/connector/ledger/credential?account=ann";

    [Fact]
    public async Task A_key_connects_an_account_which_shows_no_secret_and_can_be_disconnected()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);

        Assert.Equal(404, (await host.SendAsync(HttpMethod.Get, Path)).Status);
        (int status, JsonElement body) = await host.SendAsync(HttpMethod.Post, Path, $$$"""{"method":"key","values":{"key":"{{{Upstream.Key}}}"}}""");
        Assert.Equal((201, "key", "active"), (status, body.GetProperty("method").GetString(), body.GetProperty("status").GetString()));
        Assert.DoesNotContain("canary", (await host.SendAsync(HttpMethod.Get, Path)).Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(200, (await host.ExecuteAsync("entry.list", "ann")).Status);

        Assert.Equal(200, (await host.SendAsync(HttpMethod.Delete, Path)).Status);
        Assert.Equal(404, (await host.SendAsync(HttpMethod.Delete, Path)).Status);
        Assert.Equal("Account has no tokens", (await host.ExecuteAsync("entry.list", "ann")).Body.GetProperty("error").GetString());
    }

    [Fact]
    public async Task Disconnecting_withdraws_the_grant_at_the_provider()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);
        await host.ConnectAsync("ann");
        JsonElement shown = (await host.SendAsync(HttpMethod.Get, Path)).Body;
        Assert.Equal(("oauth", "Ann"), (shown.GetProperty("method").GetString(), shown.GetProperty("identity").GetProperty("label").GetString()));
        Assert.True(shown.GetProperty("expiresAt").GetDateTimeOffset() > DateTimeOffset.UtcNow);

        Assert.True((await host.SendAsync(HttpMethod.Delete, Path)).Body.GetProperty("revoked").GetBoolean());
        Assert.Equal(1, upstream.Revocations);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"method":"key"}""")]
    [InlineData("""{"method":"oauth"}""")]
    [InlineData("""{"method":"none"}""")]
    [InlineData("""{"method":5}""")]
    [InlineData("""{"methods":"key"}""")]
    [InlineData("""["key"]""")]
    [InlineData("null")]
    [InlineData("{")]
    public async Task What_cannot_connect_says_why(string body)
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);

        (int status, JsonElement answer) = await host.SendAsync(HttpMethod.Post, Path, body.Length == 0 ? null : body);
        Assert.Equal((400, "input_invalid"), (status, answer.GetProperty("code").GetString()));
        Assert.NotEmpty(answer.GetProperty("error").GetString()!);
    }

    [Fact]
    public async Task A_finding_about_a_value_is_at_its_place_in_the_body()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);

        Assert.Equal(["/values/key"], await PointersAsync(host, """{"method":"key"}"""));
        Assert.Equal(["/values/typo", "/values/a~1b~0c"], await PointersAsync(host, """{"method":"key","values":{"key":"abc","typo":"zzz","a/b~c":"x"}}"""));
        Assert.Equal(404, (await host.SendAsync(HttpMethod.Get, Path)).Status);
    }

    [Fact]
    public async Task A_sandbox_wants_no_value_and_takes_none_that_there_is_not()
    {
        await using RunningHost host = await RunningHost.WithAsync("ledger");

        Assert.Equal(["/values/typo"], await PointersAsync(host, """{"method":"key","values":{"typo":"zzz"}}"""));
        Assert.Equal(201, (await host.SendAsync(HttpMethod.Post, Path, """{"method":"key"}""")).Status);
    }

    private static async Task<string[]> PointersAsync(RunningHost host, string body)
    {
        (int status, JsonElement answer) = await host.SendAsync(HttpMethod.Post, Path, body);
        Assert.Equal((400, "input_invalid"), (status, answer.GetProperty("code").GetString()));
        return [.. answer.GetProperty("details").EnumerateArray().Select(static finding => finding.GetProperty("pointer").GetString()!)];
    }
}
