namespace Interactor.Host.Tests.Fakes;

/// <summary>Waits for what happens elsewhere; what did not happen after two minutes never will.</summary>
internal static class Until
{
    public static async Task TrueAsync(Func<Task<bool>> isSo)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        end.CancelAfter(TimeSpan.FromMinutes(2));
        while (!await isSo())
        {
            await Task.Delay(20, end.Token);
        }
    }

    public static Task TrueAsync(Func<bool> isSo) => TrueAsync(() => Task.FromResult(isSo()));
}
