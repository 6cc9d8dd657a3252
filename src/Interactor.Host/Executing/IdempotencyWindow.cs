using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Interactor.Host.Api;
using Interactor.Host.Secrets;
using Interactor.Host.Storage;
using Interactor.Runtime;
using Microsoft.Extensions.Logging;

namespace Interactor.Host.Executing;

/// <summary>
/// Makes each call that has a key at most once, as long as the window is open: its repetitions get the answer of the first. What failed before it could act may
/// be tried again under the same key; what may have acted is never made again, also where its outcome could not be kept.
/// </summary>
internal sealed partial class IdempotencyWindow(Database database, Vault vault, HostSettings settings, TimeProvider time, ILogger<IdempotencyWindow> log)
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];

    /// <summary>Makes a call, or gives the answer of the one that was made.</summary>
    /// <param name="call">What is to be executed.</param>
    /// <param name="id">The id of the call.</param>
    /// <param name="input">The input, by which another call under the same key is told from a repetition.</param>
    /// <param name="record">The record of the call, which knows what was sent.</param>
    /// <param name="run">Makes the call.</param>
    /// <returns>The outcome, of this call or of an earlier one.</returns>
    public async Task<ActionOutcome> RunAsync(ActionCall call, string id, ReadOnlyMemory<byte> input, ExecutionRecord record, Func<Task<ActionOutcome>> run)
    {
        byte[] hash = SHA256.HashData(input.Span);
        if (await BeginAsync(id, call.Environment.Id, hash).ConfigureAwait(false) is { } earlier)
        {
            return EarlierOf(id, hash, earlier, record.Id);
        }

        ActionOutcome? outcome = null;
        try
        {
            outcome = await run().ConfigureAwait(false);
            return outcome;
        }
        finally
        {
            await EndAsync(id, call.Action, record, outcome).ConfigureAwait(false);
        }
    }

    // Null where the call is ours to make; otherwise what an earlier one left.
    private Task<Row?> BeginAsync(string id, string environment, byte[] hash) => database.ChangeAsync(
        async (connection, transaction) =>
        {
            while (true)
            {
                long now = time.GetUtcNow().ToUnixTimeMilliseconds();
                await connection.ExecuteAsync(Database.Command("DELETE FROM idempotent_call WHERE id = @id AND expires_at < @now", new { id, now }, transaction, CancellationToken.None)).ConfigureAwait(false);
                int begun = await connection.ExecuteAsync(Database.Command(
                    "INSERT INTO idempotent_call (id, environment, input, expires_at) VALUES (@id, @environment, @hash, @end) ON CONFLICT (id) DO NOTHING",
                    new { id, environment, hash, end = now + (long)settings.IdempotencyWindow.TotalMilliseconds },
                    transaction,
                    CancellationToken.None)).ConfigureAwait(false);
                if (begun == 1)
                {
                    return null;
                }

                // A call that ended between the two statements may have taken its row away; only who has put one in has the call.
                if (await connection.QueryFirstOrDefaultAsync<Row>(Database.Command("SELECT input, sealed FROM idempotent_call WHERE id = @id", new { id }, transaction, CancellationToken.None))
                    .ConfigureAwait(false) is { } earlier)
                {
                    return earlier;
                }
            }
        },
        CancellationToken.None);

    // What cannot be kept stays a call of which nobody knows the outcome: who made it has the answer all the same, and nobody makes it again.
    private async Task EndAsync(string id, ActionDescriptor action, ExecutionRecord record, ActionOutcome? outcome)
    {
        for (int i = 0; ; i++)
        {
            try
            {
                await KeepAsync(id, action, record, outcome).ConfigureAwait(false);
                return;
            }
            catch (Exception e) when (e is DbException or TimeoutException or CryptographicException or ObjectDisposedException)
            {
                if (i == Waits.Length || e is ObjectDisposedException)
                {
                    LogNotKept(log, record.Id, e.GetType().Name);
                    return;
                }
            }

            await Task.Delay(Waits[i], CancellationToken.None).ConfigureAwait(false);
        }
    }

    private Task<int> KeepAsync(string id, ActionDescriptor action, ExecutionRecord record, ActionOutcome? outcome) =>
        outcome is not null && (outcome.Refusal is null || MayHaveActed(action, record, outcome.Refusal))
            ? database.ChangeAsync("UPDATE idempotent_call SET sealed = @bytes WHERE id = @id", new { id, bytes = Sealed(id, outcome) }, CancellationToken.None)
            : outcome is null && action.Effect != ActionEffect.Read && record.WasSent
                ? Task.FromResult(0)
                : database.ChangeAsync("DELETE FROM idempotent_call WHERE id = @id", new { id }, CancellationToken.None);

    private static bool MayHaveActed(ActionDescriptor action, ExecutionRecord record, Refusal refusal) =>
        action.Effect != ActionEffect.Read && (record.MayHaveActed || (record.WasSent && ExecutionRecord.IsUnclear(refusal.Code)));

    private ActionOutcome EarlierOf(string id, byte[] hash, Row row, string requestId)
    {
        if (!row.Input.AsSpan().SequenceEqual(hash))
        {
            return new ActionOutcome(requestId, default, new Refusal(422, $"The '{IdempotencyKey.Header}' was used for another input. Take a new one for each call.", ErrorCode.InputInvalid));
        }

        return row.Sealed is { } bytes
            ? JsonSerializer.Deserialize(vault.Open(bytes, "outcome", id), OutcomeJson.Default.KeptOutcome)!.ToOutcome() with { IsReplay = true }
            : new ActionOutcome(requestId, default, new Refusal(
                409, $"A call with this '{IdempotencyKey.Header}' is under way, or its outcome is unknown: it was cut off, or could not be kept. It is not made again.", ErrorCode.Conflict));
    }

    private byte[] Sealed(string id, ActionOutcome outcome) => vault.Seal(JsonSerializer.SerializeToUtf8Bytes(KeptOutcome.Of(outcome), OutcomeJson.Default.KeptOutcome), "outcome", id);

    [LoggerMessage(1, LogLevel.Error, "The outcome of the execution {Id} could not be kept for its repetitions ({Type}); they are told that it is unknown.")]
    private static partial void LogNotKept(ILogger logger, string id, string type);

    private sealed class Row
    {
        public required byte[] Input { get; init; }

        public byte[]? Sealed { get; init; }
    }
}
