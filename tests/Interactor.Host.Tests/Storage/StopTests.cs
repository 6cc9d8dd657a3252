using Interactor.Host.Executing;
using Interactor.Host.Storage;
using Interactor.Host.Tests.Fakes;
using Interactor.Host.Workspace;

namespace Interactor.Host.Tests.Storage;

/// <summary>A host that stops leaves nothing behind that only it knew.</summary>
public sealed class StopTests(PostgresServer postgres)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refresh_whose_caller_is_gone_is_stored_before_the_host_stops(bool isPostgres)
    {
        string? connection = isPostgres ? await postgres.NewDatabaseAsync() : null;
        DirectoryInfo directory = Directory.CreateTempSubdirectory("interactor-stop-");
        await using Upstream upstream = await Upstream.StartAsync();
        TaskCompletionSource gate = new();
        string key;
        await using (RunningHost host = await StartAsync(directory, connection))
        {
            key = host.Key;
            await host.UseAsync(upstream);
            await host.ConnectAsync("ann");
            upstream.ExpireAll();
            upstream.RefreshGate = gate.Task;
            using CancellationTokenSource caller = new();
            using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/connector/ledger/action/entry.list/execute?account=ann") { Headers = { { "x-api-key", key } } };
            Task<HttpResponseMessage> call = host.Http.SendAsync(request, caller.Token);
            await Until.TrueAsync(() => upstream.Refreshes == 1);
            await caller.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

            Task stop = host.Application.DisposeAsync().AsTask();
            await Task.WhenAny(stop, Task.Delay(1000, Token));
            Assert.False(stop.IsCompleted);
            gate.SetResult();
            await stop;
        }

        await using (RunningHost again = await StartAsync(directory, connection))
        {
            again.Key = key;
            Assert.Equal(200, (await again.ExecuteAsync("entry.list", "ann")).Status);
            Assert.Equal((1, 0), (upstream.Refreshes, upstream.Reuses));
        }

        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_host_whose_time_to_stop_ran_out_writes_its_records_and_lets_its_database_go()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("interactor-stop-");
        await using Upstream upstream = await Upstream.StartAsync();
        TaskCompletionSource never = new();
        TaskCompletionSource arrived = new();
        await using (RunningHost host = await StartAsync(directory, connection: null, TimeSpan.FromMilliseconds(50)))
        {
            await host.UseAsync(upstream);
            await host.ConnectAsync("ann");
            upstream.Answers = _ =>
            {
                arrived.TrySetResult();
                return never.Task;
            };
            Task<(int, System.Text.Json.JsonElement)> call = host.ExecuteAsync("entry.create", "ann", """{"amount":1}""");
            await arrived.Task;
            await host.Application.DisposeAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => call);
            Assert.DoesNotContain(host.Log.Lines, static line => line.Text.Contains("ChannelClosed", StringComparison.Ordinal));
        }

        await using SqliteDatabase database = await SqliteDatabase.OpenAsync(directory.FullName, Token);
        Assert.Equal(499, await database.FindAsync<long>("SELECT status FROM execution WHERE action = 'entry.create'", null, Token));
        never.SetResult();
        await database.DisposeAsync();
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_record_that_comes_after_the_end_is_no_failure()
    {
        RunningHost host = await BareHost.StartAsync();
        ExecutionLog log = host.Service<ExecutionLog>();
        HostEnvironment environment = (await host.Service<EnvironmentStore>().ListAsync(Token))[0];
        await host.DisposeAsync();

        await log.AddAsync(new ExecutionRecord { Id = "late", Environment = environment.Id, Connector = "a/b", Action = "c", StartedAt = 1 });
        Assert.Contains(host.Log.Lines, static line => line.Text.Contains("late", StringComparison.Ordinal));
    }

    private static Task<RunningHost> StartAsync(DirectoryInfo directory, string? connection, TimeSpan? shutdownTime = null) => RunningHost.StartAsync(directory.FullName, configure: settings => new HostSettings
    {
        DataDirectory = settings.DataDirectory,
        DefinitionFolders = settings.DefinitionFolders,
        IsDevelopment = true,
        Connection = connection,
        ShutdownTime = shutdownTime ?? TimeSpan.FromSeconds(30),
    });
}
