using System.Text.Json;
using Interactor.Host.Executing;
using Interactor.Host.Storage;
using Interactor.Host.Tests.Fakes;
using Interactor.Host.Workspace;

namespace Interactor.Host.Tests.Executing;

/// <summary>One record that cannot be kept takes no other with it, and a database that does not answer for a while takes none.</summary>
public sealed class ExecutionLogTests(PostgresServer postgres)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_a_batch_only_the_bad_record_is_left_out(bool isPostgres)
    {
        await using RunningHost host = await BareHost.StartAsync(connection: isPostgres ? await postgres.NewDatabaseAsync() : null);
        Database database = host.Service<Database>();
        string environment = (await host.Service<EnvironmentStore>().ListAsync(Token))[0].Id;
        await database.ChangeAsync("CREATE UNIQUE INDEX one_trace ON execution (trace_id)", null, Token);

        for (int i = 0; i < 100; i++)
        {
            await host.Service<ExecutionLog>().AddAsync(Record($"{i:D3}", environment, traceId: i is 40 or 41 ? "same" : $"t{i}"));
        }

        await Until.TrueAsync(async () => await CountAsync(database) == 99);
        Assert.Contains(host.Log.Lines, static line => line.Text.Contains("041", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_that_PostgreSQL_does_not_take_costs_its_own_record_only()
    {
        await using RunningHost host = await BareHost.StartAsync(connection: await postgres.NewDatabaseAsync());
        string environment = (await host.Service<EnvironmentStore>().ListAsync(Token))[0].Id;
        await host.Service<ExecutionLog>().AddAsync(Record("good", environment, "t1"));
        await host.Service<ExecutionLog>().AddAsync(Record("bad", environment, "t\0"));
        await host.Service<ExecutionLog>().AddAsync(Record("gone", "removed", "t3"));
        await host.Service<ExecutionLog>().AddAsync(Record("also good", environment, "t2"));

        await Until.TrueAsync(async () => await CountAsync(host.Service<Database>()) == 2);
        Assert.Contains(host.Log.Lines, static line => line.Text.Contains("execution bad", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Records_wait_for_a_database_that_does_not_take_them_yet(bool isPostgres)
    {
        await using RunningHost host = await BareHost.StartAsync(connection: isPostgres ? await postgres.NewDatabaseAsync() : null);
        Database database = host.Service<Database>();
        string environment = (await host.Service<EnvironmentStore>().ListAsync(Token))[0].Id;
        await database.ChangeAsync("ALTER TABLE execution RENAME TO elsewhere", null, Token);
        await host.Service<ExecutionLog>().AddAsync(Record("r1", environment, "t1"));
        await Until.TrueAsync(() => host.Log.Lines.Any(static line => line.Text.Contains("the next try", StringComparison.Ordinal)));
        await database.ChangeAsync("ALTER TABLE elsewhere RENAME TO execution", null, Token);

        await Until.TrueAsync(async () => await CountAsync(database) == 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_version_that_is_none_and_a_text_with_NUL_are_refused_at_the_door(bool isPostgres)
    {
        await using Upstream upstream = await Upstream.StartAsync();
        string? connection = isPostgres ? await postgres.NewDatabaseAsync() : null;
        await using RunningHost host = await RunningHost.StartAsync(configure: settings => new HostSettings
        {
            DataDirectory = settings.DataDirectory,
            DefinitionFolders = settings.DefinitionFolders,
            IsDevelopment = true,
            Connection = connection,
        });
        await host.UseAsync(upstream);

        foreach (string version in (string[])["1%00", "1.x", "1.2.3.4", "v1", "1%0A", "-1", "1,2"])
        {
            (int status, JsonElement body) = await host.ExecuteAsync("rate.get", null, query: $"&version={version}");
            Assert.Equal((400, "input_invalid"), (status, body.GetProperty("code").GetString()));
        }

        Assert.Equal(200, (await host.ExecuteAsync("rate.get", null, query: "&version=1.0")).Status);
        string environment = (await host.Service<EnvironmentStore>().ListAsync(Token))[0].Id;
        Assert.Equal(400, (await host.SendAsync(HttpMethod.Get, $"/api/v1/manage/environments/{environment}/accounts?text=a%00")).Status);
        Assert.Equal(400, (await host.SendAsync(HttpMethod.Post, "/api/v1/connector/ledger/credential?account=bob", """{"method":"key","values":{"key":"a\u0000b"}}""")).Status);
        Assert.Equal(400, (await host.SendAsync(HttpMethod.Post, "/api/v1/connector/ledger/credential?account=bob", """{"method":"k\u0000","values":{}}""")).Status);
    }

    private static ExecutionRecord Record(string id, string environment, string traceId) => new()
    {
        Id = id,
        Environment = environment,
        Connector = "interactor/ledger",
        Action = "entry.list",
        StartedAt = 1,
        TraceId = traceId,
    };

    private static Task<long> CountAsync(Database database) => database.FindAsync<long>("SELECT COUNT(*) FROM execution", null, Token);
}
