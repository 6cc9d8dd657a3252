using System.Globalization;
using Interactor.Host.Storage;
using Interactor.Host.Tests.Fakes;

namespace Interactor.Host.Tests.Storage;

/// <summary>What is known from memory, and when it is asked for again.</summary>
public sealed class CurrentRowsTests(PostgresServer postgres)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private int _reads;

    [Fact]
    public async Task A_row_is_read_once_until_something_changes()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("interactor-rows-");
        await using (SqliteDatabase database = await SqliteDatabase.OpenAsync(directory.FullName, Token))
        {
            using CurrentRows<string, string> rows = new(database, 10);
            Assert.Equal(["1", "1"], [await AskAsync(rows), await AskAsync(rows)]);
            await database.ChangeAsync("CREATE TABLE t (x TEXT)", null, Token);
            Assert.Equal(["2", "2"], [await AskAsync(rows), await AskAsync(rows)]);
            await Assert.ThrowsAnyAsync<Exception>(() => database.ChangeAsync("INSERT INTO nothing VALUES (1)", null, Token));
            Assert.Equal("3", await AskAsync(rows));
        }

        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_row_that_changes_while_it_is_read_is_read_again()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("interactor-rows-");
        await using (SqliteDatabase database = await SqliteDatabase.OpenAsync(directory.FullName, Token))
        {
            using CurrentRows<string, string> rows = new(database, 10);
            string? old = await rows.GetAsync("a", async (_, _) =>
            {
                await database.ChangeAsync("CREATE TABLE t (x TEXT)", null, Token);
                return "old";
            });
            Assert.Equal(("old", "1"), (old, await AskAsync(rows)));
        }

        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Rows_that_others_write_are_read_each_time_and_a_missing_one_is_not_remembered()
    {
        await using PostgresDatabase database = await PostgresDatabase.OpenAsync(await postgres.NewDatabaseAsync(), Token);
        using CurrentRows<string, string> rows = new(database, 10);
        Assert.Equal(["1", "2"], [await AskAsync(rows), await AskAsync(rows)]);
        Assert.Null(await rows.GetAsync("a", static (_, _) => default));
        string? known = "nothing was asked";
        await rows.GetAsync("a", (_, remembered) =>
        {
            known = remembered;
            return default;
        });
        Assert.Null(known);
    }

    private async Task<string> AskAsync(CurrentRows<string, string> rows) =>
        await rows.GetAsync("a", (_, _) => new ValueTask<string?>((++_reads).ToString(CultureInfo.InvariantCulture))) ?? "";
}
