using System.Text.Json;
using System.Text.Json.Nodes;
using Interactor.Client;
using Interactor.Host.Tests.Fakes;
using Interactor.Runtime;
using Interactor.Tests;

namespace Interactor.Host.Tests.Clients;

/// <summary>The client that is compiled from the host's own document.</summary>
public sealed class HostClientTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_connects_executes_and_reads_what_happened()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.WithAsync("ledger");
        await host.UseAsync(upstream);
        HostClient client = ClientOf(host, host.Key);
        Assert.Equal("ready", await client.Health.ReadyAsync(cancellationToken: Token));

        string url = await client.AuthUrlAsync(new() { Owner = "interactor", Connector = "ledger", Account = "ann", Method = "oauth" }, cancellationToken: Token);
        using HttpResponseMessage consent = await host.Http.GetAsync(url, Token);
        using HttpResponseMessage done = await host.Http.GetAsync(consent.Headers.Location, Token);
        Assert.True(done.IsSuccessStatusCode);
        CredentialBody credential = await client.Credentials.GetAsync(new() { Owner = "interactor", Connector = "ledger", Account = "ann" }, cancellationToken: Token);
        Assert.Equal("oauth", credential.Method);

        OutputBody created = await client.ExecuteAsync(
            new() { Owner = "interactor", Connector = "ledger", Action = "entry.create", Account = "ann", Body = new Dictionary<string, Interactor.Runtime.Json.JsonValue> { ["amount"] = Interactor.Runtime.Json.JsonValue.From(12.5) } }, cancellationToken: Token);
        Assert.Equal("""{"id":"e1"}""", created.Output.ToString());

        string environment = Assert.Single((await client.Environments.ListAsync(cancellationToken: Token)).Items).Id;
        Assert.Equal("ann", Assert.Single(await client.Accounts.ListAsync(new() { Environment = environment }, cancellationToken: Token).ToListAsync(Token)).Account);
        await client.Accounts.DisconnectAsync(new() { Environment = environment, Owner = "interactor", Connector = "ledger", Account = "ann" }, cancellationToken: Token);
        Assert.Empty(await client.Accounts.ListAsync(new() { Environment = environment }, cancellationToken: Token).ToListAsync(Token));
    }

    [Fact]
    public async Task What_the_host_refuses_is_told_by_its_codes()
    {
        await using RunningHost host = await RunningHost.WithAsync("ledger");
        HostClient client = ClientOf(host, host.Key);
        InteractorException none = await Assert.ThrowsAsync<InteractorException>(() => client.ExecuteAsync(
            new() { Owner = "interactor", Connector = "nothing", Action = "a.b", Account = "ann" }, cancellationToken: Token));
        Assert.Equal((ErrorCode.NotFound, 404), (none.Code, none.Status));

        // An account that is not connected is answered with 500, which alone would look like a failure that passes.
        InteractorException unconnected = await Assert.ThrowsAsync<InteractorException>(() => client.ExecuteAsync(
            new() { Owner = "interactor", Connector = "ledger", Action = "entry.create", Account = "ann", Body = new Dictionary<string, Interactor.Runtime.Json.JsonValue> { ["amount"] = Interactor.Runtime.Json.JsonValue.From(1) } }, cancellationToken: Token));
        Assert.Equal((ErrorCode.AuthDenied, 500), (unconnected.Code, unconnected.Status));
        Assert.Contains("Account has no tokens", unconnected.Message, StringComparison.Ordinal);

        HostClient stranger = ClientOf(host, "ik_0000000000000000_" + new string('0', 64));
        InteractorException refused = await Assert.ThrowsAsync<InteractorException>(() => stranger.Environments.ListAsync(cancellationToken: Token));
        Assert.Equal((ErrorCode.AuthDenied, 401), (refused.Code, refused.Status));
        Assert.Contains("x-api-key", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_knows_every_code_of_a_failure()
    {
        string overlay = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "src", "Interactor.Client", "host.openapi.overlay.yaml"), Token);
        Assert.All(Enum.GetValues<ErrorCode>(), code => Assert.Contains($"code == '{ErrorCodeText.Of(code)}'}}\", code: {ErrorCodeText.Of(code)},", overlay, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_made_of_the_document_that_the_host_serves()
    {
        await using RunningHost host = await BareHost.StartAsync();
        JsonNode served = JsonNode.Parse(await host.Http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Token))!;
        served["servers"]![0]!["url"] = "http://127.0.0.1:7070";
        string path = Path.Combine(RepositoryRoot.Path, "src", "Interactor.Client", "host.openapi.json");
        string text = served.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }) + "\n";
        if (Environment.GetEnvironmentVariable("INTERACTOR_UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(path, text, Token);
        }

        Assert.Equal(text, await File.ReadAllTextAsync(path, Token));
    }

    private static HostClient ClientOf(RunningHost host, string key) =>
        new(new HostOptions { Url = host.Listening.GetLeftPart(UriPartial.Authority), EnvironmentKey = key, AllowInsecureLoopback = true });
}
