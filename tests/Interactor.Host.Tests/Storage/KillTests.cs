using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Interactor.Host.Storage;
using Interactor.Host.Tests.Fakes;

namespace Interactor.Host.Tests.Storage;

/// <summary>
/// Hosts that are killed while they work. <c>INTERACTOR_KILL_ROUNDS</c> says how often; two rounds unless it does.
/// </summary>
public sealed class KillTests(PostgresServer postgres)
{
    private const int Accounts = 10;
    private const int Requests = 1000;

    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("INTERACTOR_KILL_ROUNDS") ?? "2", CultureInfo.InvariantCulture);

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public Task A_killed_host_loses_no_credential_in_SQLite() => KillAsync(connection: null);

    [Fact]
    public async Task A_killed_host_loses_no_credential_in_PostgreSQL() => await KillAsync(await postgres.NewDatabaseAsync());

    private static async Task KillAsync(string? connection)
    {
        await using Upstream upstream = await Upstream.StartAsync();
        DirectoryInfo directory = Directory.CreateTempSubdirectory("interactor-kill-");
        string key = await PrepareAsync(upstream, directory.FullName, connection);
        upstream.Lifetime = 1;
        upstream.KeepsSpentTokens = true;
        Random random = new(4711);
        int answered = 0;
        for (int round = 0; round < Rounds; round++)
        {
            await using (HostProcess host = await HostProcess.StartAsync(directory.FullName, key, connection))
            {
                // Killed after some of the answers, however fast the machine is.
                int wanted = random.Next(20, Requests * 3 / 4);
                int before = answered;
                Task load = Task.WhenAll(Enumerable.Range(0, Requests).Select(async i => Interlocked.Add(ref answered, await RequestAsync(host, i) is null ? 0 : 1)));
                while (Volatile.Read(ref answered) - before < wanted && !load.IsCompleted)
                {
                    await Task.Delay(5, Token);
                }

                host.Kill();
                await load;
            }

            await using HostProcess again = await HostProcess.StartAsync(directory.FullName, key, connection);
            for (int i = 0; i < Accounts; i++)
            {
                (int status, JsonElement body) = (await again.SendAsync(HttpMethod.Post, $"/api/v1/connector/ledger/action/entry.list/execute?account=a{i}"))!.Value;
                Assert.True(status == 200, $"round {round}, account a{i}: {status} {body}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Rounds} rounds: {answered} of {Rounds * Requests} requests were answered before the kills."));
        Assert.True(answered > 0, "No request was answered before a kill, so that nothing was tested.");
        await CheckAsync(directory.FullName, connection);
        directory.Delete(recursive: true);
    }

    private static async Task<string> PrepareAsync(Upstream upstream, string directory, string? connection)
    {
        await using RunningHost host = await RunningHost.StartAsync(directory, configure: settings => With(settings, connection));
        await host.UseAsync(upstream);
        for (int i = 0; i < Accounts; i++)
        {
            await host.ConnectAsync($"a{i}");
        }

        return host.Key;
    }

    private static HostSettings With(HostSettings settings, string? connection) =>
        new() { DataDirectory = settings.DataDirectory, DefinitionFolders = settings.DefinitionFolders, IsDevelopment = true, Connection = connection };

    // Calls that refresh, calls that write, calls without an account, and accounts that come and go.
    private static Task<(int Status, JsonElement Body)?> RequestAsync(HostProcess host, int i) => (i % 5) switch
    {
        0 => host.SendAsync(HttpMethod.Post, $"/api/v1/connector/ledger/action/entry.create/execute?account=a{i % Accounts}", """{"amount":1}"""),
        1 => host.SendAsync(HttpMethod.Post, "/api/v1/connector/ledger/action/rate.get/execute"),
        2 => host.SendAsync(HttpMethod.Post, $"/api/v1/connector/ledger/credential?account=k{i}", $$$"""{"method":"key","values":{"key":"{{{Upstream.Key}}}"}}"""),
        3 => host.SendAsync(HttpMethod.Get, $"/api/v1/connector/ledger/auth-url?account=a{i % Accounts}&method=oauth"),
        _ => host.SendAsync(HttpMethod.Post, $"/api/v1/connector/ledger/action/entry.list/execute?account=a{i % Accounts}"),
    };

    private static async Task CheckAsync(string directory, string? connection)
    {
        await using Database database = connection is null ? await SqliteDatabase.OpenAsync(directory, Token) : await PostgresDatabase.OpenAsync(connection, Token);
        if (connection is null)
        {
            Assert.Equal("ok", await database.FindAsync<string>("PRAGMA integrity_check", null, Token));
        }

        await using DbConnection open = await database.OpenAsync(Token);
        Assert.Equal(Accounts, await database.FindAsync<long>("SELECT COUNT(*) FROM credential WHERE method = 'oauth' AND generation > 0", null, Token));
        foreach (string attempts in await database.ListAsync<string>("SELECT attempts FROM execution", null, Token))
        {
            Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(attempts).RootElement.ValueKind);
        }
    }
}
