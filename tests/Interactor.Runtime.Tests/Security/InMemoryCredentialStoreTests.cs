using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Security;

public sealed class InMemoryCredentialStoreTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static readonly ConnectionKey Key = new("a/b", "x");

    [Fact]
    public async Task A_change_is_made_from_the_generation_that_is_held_or_not_at_all()
    {
        InMemoryCredentialStore store = new();
        Connection first = TestConnector.Connected();
        Assert.False(await store.TryReplaceAsync(Key, first, 1, Token));
        Assert.True(await store.TryReplaceAsync(Key, first, 0, Token));
        Assert.False(await store.TryReplaceAsync(Key, first, 0, Token));
        Assert.True(await store.TryReplaceAsync(Key, first with { Generation = 2 }, 1, Token));
        Assert.False(await store.TryReplaceAsync(Key, first with { Generation = 2 }, 1, Token));
        await store.DeleteAsync(Key, Token);
        Assert.Null(await store.GetAsync(Key, Token));
    }

    [Fact]
    public async Task Of_many_that_change_at_once_one_wins()
    {
        InMemoryCredentialStore store = new();
        await store.TryReplaceAsync(Key, TestConnector.Connected(), 0, Token);
        bool[] won = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => store.TryReplaceAsync(Key, TestConnector.Connected() with { Generation = 2 }, 1, Token).AsTask())));
        Assert.Single(won, static one => one);
    }
}
