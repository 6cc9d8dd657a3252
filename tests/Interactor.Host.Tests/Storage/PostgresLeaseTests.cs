using Interactor.Host.Storage;
using Interactor.Host.Tests.Fakes;

namespace Interactor.Host.Tests.Storage;

/// <summary>Rights cost the server few connections, however many want them.</summary>
public sealed class PostgresLeaseTests(PostgresServer server)
{
    private const string Locking = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_advisory_lock%' AND pid <> pg_backend_pid()";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Those_who_wait_for_one_right_in_a_process_have_one_connection()
    {
        await using PostgresDatabase database = await PostgresDatabase.OpenAsync(await server.NewDatabaseAsync(), Token);
        IAsyncDisposable held = await database.LeaseAsync("refresh", Token);
        int inside = 0;
        int most = 0;
        Task waiting = Task.WhenAll(Enumerable.Range(0, 60).Select(async _ =>
        {
            await using IAsyncDisposable lease = await database.LeaseAsync("refresh", Token);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        }));
        await Task.Delay(300, Token);

        Assert.Equal(1, await database.FindAsync<long>(Locking, null, Token));
        await held.DisposeAsync();
        await waiting;
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Many_rights_have_a_bounded_number_of_connections_and_all_get_their_turn_while_others_work()
    {
        await using PostgresDatabase database = await PostgresDatabase.OpenAsync(await server.NewDatabaseAsync(), Token);
        await database.ChangeAsync("CREATE TABLE t (id BIGINT)", null, Token);
        TaskCompletionSource gate = new();
        Task all = Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            await using IAsyncDisposable lease = await database.LeaseAsync($"refresh {i}", Token);
            await gate.Task;
            await database.ChangeAsync("INSERT INTO t (id) VALUES (@i)", new { i }, Token);
        }));
        await Until.TrueAsync(async () => await database.FindAsync<long>(Locking, null, Token) == 16);
        await Task.Delay(300, Token);

        Assert.Equal(16, await database.FindAsync<long>(Locking, null, Token));
        gate.SetResult();
        await all;
        Assert.Equal(50, await database.FindAsync<long>("SELECT COUNT(*) FROM t", null, Token));
        Assert.True(await database.SettleAsync(TimeSpan.FromSeconds(30)));
    }
}
