using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Interactor.Host.Api;
using Interactor.Host.Secrets;
using Interactor.Host.Storage;
using Interactor.Runtime;

namespace Interactor.Host.Executing;

/// <summary>
/// Makes each call that has a key at most once, as long as the window is open: its repetitions get the answer of the first. What failed before it could act may
/// be tried again under the same key; what may have acted is never made again.
/// </summary>
internal sealed class IdempotencyWindow(Database database, Vault vault, HostSettings settings, TimeProvider time)
{
    /// <summary>Makes a call, or gives the answer of the one that was made.</summary>
    /// <param name="call">What is to be executed.</param>
    /// <param name="key">The caller's key.</param>
    /// <param name="input">The input, by which another call under the same key is told from a repetition.</param>
    /// <param name="run">Makes the call.</param>
    /// <returns>The outcome, of this call or of an earlier one.</returns>
    public async Task<ActionOutcome> RunAsync(ActionCall call, string key, ReadOnlyMemory<byte> input, Func<Task<ActionOutcome>> run)
    {
        string id = IdempotencyKey.IdOf(call, key);
        byte[] hash = SHA256.HashData(input.Span);
        if (await BeginAsync(id, call.Environment.Id, hash).ConfigureAwait(false) is { } held)
        {
            return EarlierOf(id, hash, held);
        }

        ActionOutcome? outcome = null;
        try
        {
            outcome = await run().ConfigureAwait(false);
            return outcome;
        }
        finally
        {
            await EndAsync(id, call.Action, outcome).ConfigureAwait(false);
        }
    }

    // Null where the call is ours to make; otherwise what an earlier one left.
    private Task<Row?> BeginAsync(string id, string environment, byte[] hash) => database.ChangeAsync(
        async (connection, transaction) =>
        {
            long now = time.GetUtcNow().ToUnixTimeMilliseconds();
            await connection.ExecuteAsync(Database.Command("DELETE FROM idempotent_call WHERE id = @id AND expires_at < @now", new { id, now }, transaction, CancellationToken.None)).ConfigureAwait(false);
            int begun = await connection.ExecuteAsync(Database.Command(
                "INSERT INTO idempotent_call (id, environment, input, expires_at) VALUES (@id, @environment, @hash, @end) ON CONFLICT (id) DO NOTHING",
                new { id, environment, hash, end = now + (long)settings.IdempotencyWindow.TotalMilliseconds },
                transaction,
                CancellationToken.None)).ConfigureAwait(false);
            return begun == 1
                ? null
                : await connection.QueryFirstOrDefaultAsync<Row>(Database.Command("SELECT input, sealed FROM idempotent_call WHERE id = @id", new { id }, transaction, CancellationToken.None)).ConfigureAwait(false);
        },
        CancellationToken.None);

    private Task EndAsync(string id, ActionDescriptor action, ActionOutcome? outcome) =>
        IsFinal(action, outcome?.Refusal)
            ? database.ChangeAsync("UPDATE idempotent_call SET sealed = @bytes WHERE id = @id", new { id, bytes = Sealed(id, outcome!) }, CancellationToken.None)
            : outcome is null && action.Effect != ActionEffect.Read
                ? Task.CompletedTask
                : database.ChangeAsync("DELETE FROM idempotent_call WHERE id = @id", new { id }, CancellationToken.None);

    private static bool IsFinal(ActionDescriptor action, Refusal? refusal) => refusal is null
        || (action.Effect != ActionEffect.Read && refusal.Code is ErrorCode.Timeout or ErrorCode.Transient or ErrorCode.ContractViolation or ErrorCode.ScriptError);

    private ActionOutcome EarlierOf(string id, byte[] hash, Row row)
    {
        if (!row.Input.AsSpan().SequenceEqual(hash))
        {
            return new ActionOutcome(NewId.Of(time), default, new Refusal(422, $"The '{IdempotencyKey.Header}' was used for another input. Take a new one for each call.", ErrorCode.InputInvalid));
        }

        return row.Sealed is { } bytes
            ? JsonSerializer.Deserialize(vault.Open(bytes, "outcome", id), OutcomeJson.Default.KeptOutcome)!.ToOutcome() with { IsReplay = true }
            : new ActionOutcome(NewId.Of(time), default, new Refusal(409, $"A call with this '{IdempotencyKey.Header}' is under way, or was cut off so that nobody knows whether it acted.", ErrorCode.Conflict));
    }

    private byte[] Sealed(string id, ActionOutcome outcome) => vault.Seal(JsonSerializer.SerializeToUtf8Bytes(KeptOutcome.Of(outcome), OutcomeJson.Default.KeptOutcome), "outcome", id);

    private sealed class Row
    {
        public required byte[] Input { get; init; }

        public byte[]? Sealed { get; init; }
    }
}
