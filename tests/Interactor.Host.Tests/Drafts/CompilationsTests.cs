using Interactor.Host.Api;
using Interactor.Host.Drafts;

namespace Interactor.Host.Tests.Drafts;

/// <summary>Who compiles when: never too many at once, and nobody keeps the others waiting.</summary>
public sealed class CompilationsTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Owners_take_turns()
    {
        Compilations compilations = new(mostAtOnce: 1);
        using SemaphoreSlim begun = new(0);
        using SemaphoreSlim go = new(0);
        Task<int> first = compilations.RunAsync("acme", _ => Hold(begun, go), Token);
        await begun.WaitAsync(Token);
        List<string> order = [];
        Task<int>[] waiting = [.. ((string[])["acme", "acme", "acme", "bolt"]).Select(owner => compilations.RunAsync(owner, _ => Add(order, owner), Token))];

        go.Release();
        await Task.WhenAll([first, .. waiting]);

        Assert.Equal(["acme", "bolt", "acme", "acme"], order);
    }

    [Fact]
    public async Task Who_does_not_wait_any_longer_is_passed_over_and_who_brings_too_many_is_refused()
    {
        Compilations compilations = new(mostAtOnce: 1);
        using SemaphoreSlim begun = new(0);
        using SemaphoreSlim go = new(0);
        Task<int> first = compilations.RunAsync("acme", _ => Hold(begun, go), Token);
        await begun.WaitAsync(Token);
        using CancellationTokenSource gone = new();
        Task<int> late = compilations.RunAsync("acme", static _ => 1, gone.Token);
        Task<int>[] others = [.. Enumerable.Range(0, Compilations.MostWaiting - 1).Select(_ => compilations.RunAsync("acme", static _ => 1, Token))];
        RefusalException refused = await Assert.ThrowsAsync<RefusalException>(() => compilations.RunAsync("acme", static _ => 1, Token));
        Task<int> bolt = compilations.RunAsync("bolt", static _ => 2, Token);
        await gone.CancelAsync();

        go.Release();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => late);
        Assert.Equal((429, 2), (refused.Refusal.Status, await bolt));
        Assert.Equal(others.Length, (await Task.WhenAll(others)).Sum());
        await first;
        Assert.Equal(3, await compilations.RunAsync("acme", static _ => 3, Token));
    }

    [Fact]
    public async Task A_compilation_that_fails_leaves_its_place_to_the_next()
    {
        Compilations compilations = new(mostAtOnce: 1);
        await Assert.ThrowsAsync<InvalidDataException>(() => compilations.RunAsync<int>("acme", static _ => throw new InvalidDataException(), Token));
        Assert.Equal(1, await compilations.RunAsync("acme", static _ => 1, Token));
    }

    private static int Hold(SemaphoreSlim begun, SemaphoreSlim go)
    {
        begun.Release();
        go.Wait(Token);
        return 0;
    }

    private static int Add(List<string> order, string owner)
    {
        order.Add(owner);
        return 0;
    }
}
