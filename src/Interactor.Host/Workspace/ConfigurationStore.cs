using System.Data.Common;
using System.Text;
using Dapper;
using Interactor.Host.Secrets;
using Interactor.Host.Storage;

namespace Interactor.Host.Workspace;

/// <summary>What an environment configures its connectors with: the values of their variables, and whether the provider or the sandbox is called.</summary>
internal sealed class ConfigurationStore(Database database, Vault vault, KnownKeys keys, TimeProvider time)
{
    /// <summary>The configuration of a connector in an environment.</summary>
    public async Task<ConnectorConfiguration> GetAsync(string environment, string connector, CancellationToken cancellationToken)
    {
        IReadOnlyList<Row> rows = await database.ListAsync<Row>(
            "SELECT name, sealed FROM app_value WHERE environment = @environment AND connector = @connector", new { environment, connector }, cancellationToken).ConfigureAwait(false);
        long? live = await database.FindAsync<long?>(
            "SELECT is_live FROM connector_setting WHERE environment = @environment AND connector = @connector", new { environment, connector }, cancellationToken).ConfigureAwait(false);
        return new ConnectorConfiguration(
            rows.ToDictionary(static row => row.Name, row => Encoding.UTF8.GetString(vault.Open(row.Sealed, "app value", environment, connector, row.Name)), StringComparer.Ordinal),
            live is null ? null : live != 0);
    }

    /// <summary>What is configured in an environment by the address of the connector: the names of values, never the values.</summary>
    public async Task<IReadOnlyDictionary<string, ConfigurationMark>> MarksAsync(string environment, CancellationToken cancellationToken)
    {
        IReadOnlyList<NameRow> names = await database.ListAsync<NameRow>(
            "SELECT connector, name FROM app_value WHERE environment = @environment", new { environment }, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<LiveRow> live = await database.ListAsync<LiveRow>(
            "SELECT connector, is_live FROM connector_setting WHERE environment = @environment", new { environment }, cancellationToken).ConfigureAwait(false);
        Dictionary<string, bool> isLive = live.ToDictionary(static row => row.Connector, static row => row.IsLive != 0, StringComparer.Ordinal);
        ILookup<string, string> values = names.ToLookup(static row => row.Connector, static row => row.Name, StringComparer.Ordinal);
        return values.Select(static group => group.Key).Union(isLive.Keys).ToDictionary(
            static connector => connector,
            connector => new ConfigurationMark(values[connector].ToHashSet(StringComparer.Ordinal), isLive.TryGetValue(connector, out bool said) ? said : null),
            StringComparer.Ordinal);
    }

    /// <summary>Sets values; null removes one. Those that are not named stay.</summary>
    public async Task SetAsync(string environment, string connector, IReadOnlyDictionary<string, string?> values, bool? isLive, CancellationToken cancellationToken)
    {
        try
        {
            await ChangeAsync(environment, connector, values, isLive, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // The revision comes with the key.
            keys.Forget();
        }
    }

    private Task ChangeAsync(string environment, string connector, IReadOnlyDictionary<string, string?> values, bool? isLive, CancellationToken cancellationToken)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return database.ChangeAsync(
            async (connection, transaction) =>
            {
                foreach ((string name, string? value) in values)
                {
                    await SetValueAsync(connection, transaction, new { environment, connector, name, bytes = Sealed(environment, connector, name, value), now }, value is null, cancellationToken).ConfigureAwait(false);
                }

                if (isLive is { } live)
                {
                    await connection.ExecuteAsync(Database.Command(
                        """
                        INSERT INTO connector_setting (environment, connector, is_live) VALUES (@environment, @connector, @live)
                        ON CONFLICT (environment, connector) DO UPDATE SET is_live = excluded.is_live
                        """,
                        new { environment, connector, live = live ? 1L : 0L },
                        transaction,
                        cancellationToken)).ConfigureAwait(false);
                }

                return await connection.ExecuteAsync(Database.Command(
                    "UPDATE environment SET revision = revision + 1 WHERE id = @environment", new { environment }, transaction, cancellationToken)).ConfigureAwait(false);
            },
            cancellationToken);
    }

    private static Task<int> SetValueAsync(DbConnection connection, DbTransaction transaction, object row, bool isRemoved, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(Database.Command(
            isRemoved
                ? "DELETE FROM app_value WHERE environment = @environment AND connector = @connector AND name = @name"
                : """
                  INSERT INTO app_value (environment, connector, name, sealed, updated_at) VALUES (@environment, @connector, @name, @bytes, @now)
                  ON CONFLICT (environment, connector, name) DO UPDATE SET sealed = excluded.sealed, updated_at = excluded.updated_at
                  """,
            row,
            transaction,
            cancellationToken));

    private byte[] Sealed(string environment, string connector, string name, string? value) =>
        value is null ? [] : vault.Seal(Encoding.UTF8.GetBytes(value), "app value", environment, connector, name);

    private sealed class Row
    {
        public required string Name { get; init; }

        public required byte[] Sealed { get; init; }
    }

    private sealed class NameRow
    {
        public required string Connector { get; init; }

        public required string Name { get; init; }
    }

    private sealed class LiveRow
    {
        public required string Connector { get; init; }

        public required long IsLive { get; init; }
    }
}
