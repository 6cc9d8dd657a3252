using Interactor.Host.Storage;
using Interactor.Host.Tests.Fakes;

namespace Interactor.Host.Tests.Storage;

/// <summary>The same schema and the same SQL on the other kind of database.</summary>
public sealed class PostgresDatabaseTests(PostgresServer server)
{
    [Fact]
    public async Task Hosts_that_start_together_make_the_schema_once()
    {
        string connection = await server.NewDatabaseAsync();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            await using PostgresDatabase database = await PostgresDatabase.OpenAsync(connection, TestContext.Current.CancellationToken);
            await Migrator.MigrateAsync(database, TimeProvider.System, TestContext.Current.CancellationToken);
        }));

        await using PostgresDatabase database = await PostgresDatabase.OpenAsync(connection, TestContext.Current.CancellationToken);
        Assert.Equal(Migrator.Names.Count, await database.FindAsync<long>("SELECT COUNT(*) FROM migration", null, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("", 16)]
    [InlineData(";Maximum Pool Size=3", 3)]
    [InlineData(";MaxPoolSize=4", 4)]
    public async Task A_host_works_with_few_connections_unless_its_string_says_otherwise(string setting, int most)
    {
        await using PostgresDatabase database = await PostgresDatabase.OpenAsync(await server.NewDatabaseAsync() + setting, TestContext.Current.CancellationToken);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => database.FindAsync<long>("SELECT COUNT(*) FROM pg_sleep(0.02)", null, TestContext.Current.CancellationToken)));

        Assert.Equal(most, await database.FindAsync<long>("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()", null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_lease_is_held_by_one_at_a_time()
    {
        string connection = await server.NewDatabaseAsync();
        await using PostgresDatabase first = await PostgresDatabase.OpenAsync(connection, TestContext.Current.CancellationToken);
        await using PostgresDatabase second = await PostgresDatabase.OpenAsync(connection, TestContext.Current.CancellationToken);
        IAsyncDisposable held = await first.LeaseAsync("refresh", TestContext.Current.CancellationToken);
        Task<IAsyncDisposable> waiting = second.LeaseAsync("refresh", TestContext.Current.CancellationToken).AsTask();
        await using IAsyncDisposable other = await second.LeaseAsync("another", TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        await held.DisposeAsync();
        await (await waiting).DisposeAsync();
    }
}
