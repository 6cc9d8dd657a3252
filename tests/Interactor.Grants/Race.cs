namespace Interactor.Grants;

/// <summary>Several processes call at once with a token that is expired, now by the clock, now because the provider refuses it. Each round costs one refresh.</summary>
public static class Race
{
    private const string Account = "someone";

    public static async Task<GrantsReport> RunAsync(int rounds, int processes, int calls, string token)
    {
        await using RotatingProvider provider = await RotatingProvider.StartAsync(hasGrace: false);
        using SharedStore store = new(token);
        provider.Begin(Account);
        await store.ConnectAsync(Account);
        WorkerProcess[] workers = await Task.WhenAll(Enumerable.Range(0, processes).Select(_ => WorkerProcess.StartAsync(store.ArgumentsFor(provider.Url, Account, calls))));
        List<string> failures = [];
        try
        {
            for (int round = 1; round <= rounds; round++)
            {
                foreach (WorkerProcess worker in workers)
                {
                    worker.Go();
                }

                string[] results = await Task.WhenAll(workers.Select(static worker => worker.ResultAsync()));
                failures.AddRange(results.Where(result => result != $"ok={calls}").Select(result => $"Round {round}: {result}"));
                int refreshes = provider.GrantOf(Account).Refreshes;
                if (refreshes != round || provider.GrantOf(Account).IsWithdrawn)
                {
                    failures.Add($"Round {round}: {refreshes} refreshes so far, withdrawn: {provider.GrantOf(Account).IsWithdrawn}");
                }

                await (round % 2 == 0 ? store.ExpireAsync(Account) : ExpireByProvider(provider));
            }
        }
        finally
        {
            Array.ForEach(workers, static worker => worker.Dispose());
        }

        return new GrantsReport($"{rounds} rounds of {processes} × {calls} calls with the token '{token}': {provider.GrantOf(Account).Refreshes} refreshes, {failures.Count} breaches.", failures);
    }

    private static Task ExpireByProvider(RotatingProvider provider)
    {
        provider.Expire(Account);
        return Task.CompletedTask;
    }
}
