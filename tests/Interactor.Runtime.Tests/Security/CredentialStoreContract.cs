using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Security;

/// <summary>What every store keeps to.</summary>
public abstract class CredentialStoreContract
{
    private static readonly ConnectionKey Key = new("a/b", "x");

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_is_made_from_the_generation_that_is_held_or_not_at_all()
    {
        ICredentialStore store = Store();
        Connection first = TestConnector.Connected();
        Assert.False(await store.TryReplaceAsync(Key, first, 1, Token));
        Assert.True(await store.TryReplaceAsync(Key, first, 0, Token));
        Assert.False(await store.TryReplaceAsync(Key, first, 0, Token));
        Assert.True(await store.TryReplaceAsync(Key, first with { Generation = 2 }, 1, Token));
        Assert.False(await store.TryReplaceAsync(Key, first with { Generation = 2 }, 1, Token));
        await store.DeleteAsync(Key, Token);
        await store.DeleteAsync(Key, Token);
        Assert.Null(await store.GetAsync(Key, Token));
    }

    [Fact]
    public async Task Of_many_that_change_at_once_one_wins()
    {
        ICredentialStore store = Store();
        await store.TryReplaceAsync(Key, TestConnector.Connected(), 0, Token);
        bool[] won = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => store.TryReplaceAsync(Key, TestConnector.Connected() with { Generation = 2 }, 1, Token).AsTask())));
        Assert.Single(won, static one => one);
    }

    [Fact]
    public async Task Accounts_and_connectors_are_kept_apart()
    {
        ICredentialStore store = Store();
        ConnectionKey[] keys = [Key, new("a/b", "y"), new("a/bx", ""), new("a", "/bx")];
        foreach (ConnectionKey key in keys)
        {
            Assert.True(await store.TryReplaceAsync(key, TestConnector.Connected(refresh: key.Connector + key.Account), 0, Token));
        }

        foreach (ConnectionKey key in keys)
        {
            Assert.Equal(key.Connector + key.Account, (await store.GetAsync(key, Token))!.Tokens["main"].Refresh);
        }
    }

    [Fact]
    public async Task One_has_the_lease_of_an_account_at_a_time()
    {
        ICredentialStore store = Store();
        int holders = 0;
        bool[] alone = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            await using IAsyncDisposable lease = await store.LeaseAsync(Key, Token);
            bool isAlone = Interlocked.Increment(ref holders) == 1;
            await Task.Yield();
            Interlocked.Decrement(ref holders);
            return isAlone;
        }));
        Assert.DoesNotContain(false, alone);
    }

    [Fact]
    public async Task A_lease_keeps_neither_other_accounts_nor_changes_waiting()
    {
        ICredentialStore store = Store();
        await using IAsyncDisposable lease = await store.LeaseAsync(Key, Token);
        await using IAsyncDisposable other = await store.LeaseAsync(Key with { Account = "y" }, Token);
        Assert.True(await store.TryReplaceAsync(Key, TestConnector.Connected(), 0, Token));
        await store.DeleteAsync(Key, Token);
    }

    [Fact]
    public async Task Who_waits_for_a_lease_may_give_up()
    {
        ICredentialStore store = Store();
        await using IAsyncDisposable lease = await store.LeaseAsync(Key, Token);
        using CancellationTokenSource stop = new();
        Task<IAsyncDisposable> waiting = store.LeaseAsync(Key, stop.Token).AsTask();
        Assert.False(waiting.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    protected abstract ICredentialStore Store();
}
