using Interactor.Runtime.Security;

namespace Interactor.Grants;

/// <summary>
/// Kills a process that refreshes: while the provider keeps its answer back, right after the answer, and at some moment of the write. Then looks at
/// what the store holds, and calls from a new process. No connection may be active with a refresh token that the provider does not take.
/// </summary>
public static class Kill
{
    private const int LongestWrite = 20000;

    private enum Moment
    {
        BeforeAnswer,
        AfterAnswer,
        Anywhere,
    }

    /// <param name="hasGrace">Whether the provider takes a refresh token again whose answer was lost; then no grant may be lost at all.</param>
    /// <param name="token">The name of the token that is refreshed.</param>
    public static async Task<GrantsReport> RunAsync(int rounds, bool hasGrace, string token)
    {
        await using RotatingProvider provider = await RotatingProvider.StartAsync(hasGrace);
        using SharedStore store = new(token);
        Random random = new(20260102);
        List<string> failures = [];
        Dictionary<string, int> outcomes = [];
        for (int round = 1; round <= rounds; round++)
        {
            Moment moment = (Moment)(round % 3);
            string account = $"account{round}";
            provider.Begin(account);
            await store.ConnectAsync(account);
            await KillAsync(provider, store, account, moment, random);
            ConnectionStatus left = await CheckAsync(provider, store, account, token, $"Round {round} ({moment}), left", failures);

            string result = await CallAsync(provider, store, account);
            ConnectionStatus after = await CheckAsync(provider, store, account, token, $"Round {round} ({moment}), after", failures);
            string outcome = $"{left} → {after} {result}";
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            if (!IsAllowed(left, after, result, hasGrace))
            {
                failures.Add($"Round {round} ({moment}): {outcome}");
            }
        }

        string told = string.Join(", ", outcomes.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key}: {pair.Value}"));
        return new GrantsReport($"{rounds} kills{(hasGrace ? " with grace" : "")} with the token '{token}': {told}; {failures.Count} breaches.", failures);
    }

    private static bool IsAllowed(ConnectionStatus left, ConnectionStatus after, string result, bool hasGrace) => left switch
    {
        ConnectionStatus.NeedsReauthorization => false,
        _ when (after, result) == (ConnectionStatus.Active, "ok=1") => true,
        ConnectionStatus.Renewing => !hasGrace && (after, result) == (ConnectionStatus.NeedsReauthorization, "auth_revoked=1"),
        _ => false,
    };

    private static async Task KillAsync(RotatingProvider provider, SharedStore store, string account, Moment moment, Random random)
    {
        provider.HeldBack = moment == Moment.BeforeAnswer ? account : null;
        using WorkerProcess worker = await WorkerProcess.StartAsync(store.ArgumentsFor(provider.Url, account, haltsAfterAnswer: moment == Moment.AfterAnswer));
        worker.Go();
        if (moment == Moment.BeforeAnswer)
        {
            await provider.Holds.WaitAsync();
        }
        else
        {
            await worker.UntilAsync("answered");
        }

        if (moment == Moment.Anywhere)
        {
            long end = System.Diagnostics.Stopwatch.GetTimestamp() + (random.Next(LongestWrite) * System.Diagnostics.Stopwatch.Frequency / 1_000_000);
            SpinWait.SpinUntil(() => System.Diagnostics.Stopwatch.GetTimestamp() >= end);
        }

        await worker.KillAsync();
        provider.HeldBack = null;
    }

    private static async Task<string> CallAsync(RotatingProvider provider, SharedStore store, string account)
    {
        using WorkerProcess worker = await WorkerProcess.StartAsync(store.ArgumentsFor(provider.Url, account));
        worker.Go();
        return await worker.ResultAsync();
    }

    private static async Task<ConnectionStatus> CheckAsync(RotatingProvider provider, SharedStore store, string account, string token, string when, List<string> failures)
    {
        Connection held = await store.ReadAsync(account);
        if (held.Status == ConnectionStatus.Active && !provider.Takes(account, held.Tokens[token].Refresh))
        {
            failures.Add($"{when}: active with a dead token.");
        }

        return held.Status;
    }
}
