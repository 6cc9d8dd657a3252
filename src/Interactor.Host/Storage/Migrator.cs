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

    /// <summary>The number of this version's schema.</summary>
    public static long Newest => NumberOf(Names[^1]);

    /// <exception cref="HostException">A newer version wrote the database.</exception>
    public static async Task MigrateAsync(Database database, TimeProvider time, CancellationToken cancellationToken)
    {
        IAsyncDisposable held = await database.LockSchemaAsync(cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            long last = await database.ChangeAsync((connection, transaction) => LastAsync(connection, transaction, cancellationToken), cancellationToken).ConfigureAwait(false);
            if (last > Newest)
            {
                throw TooNew(database.Shown, last);
            }

            for (long number = last; number < Newest; number++)
            {
                await database.ChangeAsync(
                    async (connection, transaction) =>
                    {
                        await ApplyAsync(connection, transaction, number, number + 1, time, cancellationToken).ConfigureAwait(false);
                        return 0;
                    },
                    cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The number of the last migration that was applied; zero for a database without any.</summary>
    public static async Task<long> LastAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(Database.Command(
            "CREATE TABLE IF NOT EXISTS migration (number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)", null, transaction, cancellationToken)).ConfigureAwait(false);
        return await connection.QueryFirstAsync<long>(Database.Command("SELECT COALESCE(MAX(number), 0) FROM migration", null, transaction, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Applies the migrations behind one number up to another.</summary>
    public static async Task ApplyAsync(DbConnection connection, DbTransaction? transaction, long after, long upTo, TimeProvider time, CancellationToken cancellationToken)
    {
        await LastAsync(connection, transaction, cancellationToken).ConfigureAwait(false);
        foreach (string name in Names.Where(name => NumberOf(name) > after && NumberOf(name) <= upTo))
        {
            await connection.ExecuteAsync(Database.Command(TextOf(name), null, transaction, cancellationToken)).ConfigureAwait(false);
            await connection.ExecuteAsync(Database.Command(
                "INSERT INTO migration (number, name, applied_at) VALUES (@number, @name, @now)",
                new { number = NumberOf(name), name, now = time.GetUtcNow().ToUnixTimeMilliseconds() },
                transaction,
                cancellationToken)).ConfigureAwait(false);
        }
    }

    public static HostException TooNew(string shown, long schema) =>
        new($"{shown} has the schema {schema}, and this version knows {Newest}. Use the version that wrote it, or a newer one.");

    private static long NumberOf(string name) => long.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture);

    private static string TextOf(string name)
    {
        using StreamReader reader = new(Resources.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
