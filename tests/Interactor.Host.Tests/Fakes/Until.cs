namespace Interactor.Host.Tests.Fakes;

/// <summary>Waits for what happens elsewhere.</summary>
internal static class Until
{
    public static async Task TrueAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public static Task TrueAsync(Func<bool> isSo) => TrueAsync(() => Task.FromResult(isSo()));
}
