using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;

namespace Interactor.Host.Storage;

/// <summary>Brings the schema of a database to that of this version: numbered files, each applied once, in one transaction, under a lock.</summary>
internal static class Migrator
{
    private static readonly Assembly Resources = typeof(Migrator).Assembly;

    /// <summary>The migrations of this version in their order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Resources.GetManifestResourceNames().Where(static name => char.IsAsciiDigit(name[0])).Order(StringComparer.Ordinal)];

    /// <exception cref="HostException">A newer version wrote the database.</exception>
    public static async Task MigrateAsync(Database database, TimeProvider time, CancellationToken cancellationToken)
    {
        IAsyncDisposable held = await database.LockSchemaAsync(cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            await database.ChangeAsync("CREATE TABLE IF NOT EXISTS migration (number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)", null, cancellationToken).ConfigureAwait(false);
            long last = await database.FindAsync<long>("SELECT COALESCE(MAX(number), 0) FROM migration", null, cancellationToken).ConfigureAwait(false);
            if (last > NumberOf(Names[^1]))
            {
                throw new HostException($"{database.Shown} has the schema {last}, and this version knows {NumberOf(Names[^1])}. Use the version that wrote it, or a newer one.");
            }

            foreach (string name in Names.Where(name => NumberOf(name) > last))
            {
                await database.ChangeAsync(
                    async (connection, transaction) =>
                    {
                        await connection.ExecuteAsync(Database.Command(TextOf(name), null, transaction, cancellationToken)).ConfigureAwait(false);
                        return await RecordAsync(connection, transaction, name, time, cancellationToken).ConfigureAwait(false);
                    },
                    cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static Task<int> RecordAsync(DbConnection connection, DbTransaction transaction, string name, TimeProvider time, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(Database.Command(
            "INSERT INTO migration (number, name, applied_at) VALUES (@number, @name, @now)",
            new { number = NumberOf(name), name, now = time.GetUtcNow().ToUnixTimeMilliseconds() },
            transaction,
            cancellationToken));

    private static long NumberOf(string name) => long.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture);

    private static string TextOf(string name)
    {
        using StreamReader reader = new(Resources.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
