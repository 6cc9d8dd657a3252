using System.Data.Common;
using Dapper;
using Interactor.Host.Storage;

namespace Interactor.Host.Drafts;

/// <summary>Keeps drafts. A change is made from a revision, so that nobody writes over what another one wrote meanwhile.</summary>
internal sealed class DraftStore(Database database, TimeProvider time)
{
    private const string Which = "owner = @owner AND connector = @connector";

    public Task<IReadOnlyList<DraftHead>> ListAsync(string owner, CancellationToken cancellationToken) => database.ListAsync<DraftHead>(
        "SELECT connector, revision, updated_at FROM draft WHERE owner = @owner ORDER BY connector", new { owner }, cancellationToken);

    public async Task<Draft?> FindAsync(string owner, string connector, CancellationToken cancellationToken)
    {
        DraftHead? head = await database.FindAsync<DraftHead>($"SELECT connector, revision, updated_at FROM draft WHERE {Which}", new { owner, connector }, cancellationToken).ConfigureAwait(false);
        if (head is null)
        {
            return null;
        }

        IReadOnlyList<FileRow> files = await database.ListAsync<FileRow>($"SELECT path, content FROM draft_file WHERE {Which}", new { owner, connector }, cancellationToken).ConfigureAwait(false);
        return new Draft(owner, connector, head.Revision, DateTimeOffset.FromUnixTimeMilliseconds(head.UpdatedAt), files.ToDictionary(static file => file.Path, static file => file.Content, StringComparer.Ordinal));
    }

    /// <summary>Changes the files of a draft.</summary>
    /// <param name="owner">The owner.</param>
    /// <param name="connector">The connector's id.</param>
    /// <param name="revision">The revision that the change was made from; zero makes the draft, which must not be there; null changes any.</param>
    /// <param name="files">The files: a content, or null to remove one.</param>
    /// <param name="replacesAll">Whether files that are not named go away.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The new revision; null, with nothing changed, where the draft has another one, or there is none.</returns>
    public Task<long?> ChangeAsync(
        string owner, string connector, long? revision, IReadOnlyDictionary<string, string?> files, bool replacesAll, CancellationToken cancellationToken) => database.ChangeAsync(
        async (connection, transaction) =>
        {
            long? next = await connection.QueryFirstOrDefaultAsync<long?>(Database.Command(
                revision == 0
                    ? "INSERT INTO draft (owner, connector, revision, updated_at) VALUES (@owner, @connector, 1, @now) ON CONFLICT (owner, connector) DO NOTHING RETURNING revision"
                    : $"UPDATE draft SET revision = revision + 1, updated_at = @now WHERE {Which}{(revision is null ? "" : " AND revision = @revision")} RETURNING revision",
                new { owner, connector, revision, now = time.GetUtcNow().ToUnixTimeMilliseconds() },
                transaction,
                cancellationToken)).ConfigureAwait(false);
            if (next is null)
            {
                return null;
            }

            if (replacesAll)
            {
                await connection.ExecuteAsync(Database.Command($"DELETE FROM draft_file WHERE {Which}", new { owner, connector }, transaction, cancellationToken)).ConfigureAwait(false);
            }

            foreach ((string path, string? content) in files)
            {
                await WriteAsync(connection, transaction, new { owner, connector, path, content }, content is null, cancellationToken).ConfigureAwait(false);
            }

            return next;
        },
        cancellationToken);

    /// <summary>Forgets a draft; what was published of it stays.</summary>
    public async Task<bool> DeleteAsync(string owner, string connector, CancellationToken cancellationToken) =>
        await database.ChangeAsync($"DELETE FROM draft WHERE {Which}", new { owner, connector }, cancellationToken).ConfigureAwait(false) > 0;

    private static Task<int> WriteAsync(DbConnection connection, DbTransaction transaction, object row, bool isRemoved, CancellationToken cancellationToken) => connection.ExecuteAsync(Database.Command(
        isRemoved
            ? $"DELETE FROM draft_file WHERE {Which} AND path = @path"
            : """
              INSERT INTO draft_file (owner, connector, path, content) VALUES (@owner, @connector, @path, @content)
              ON CONFLICT (owner, connector, path) DO UPDATE SET content = excluded.content
              """,
        row,
        transaction,
        cancellationToken));

    private sealed class FileRow
    {
        public required string Path { get; init; }

        public required string Content { get; init; }
    }
}
