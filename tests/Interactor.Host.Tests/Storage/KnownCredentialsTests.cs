using Interactor.Host.Storage;
using Interactor.Host.Tests.Fakes;
using Interactor.Runtime.Security;

namespace Interactor.Host.Tests.Storage;

/// <summary>What is remembered of credentials is what the database holds.</summary>
public sealed class KnownCredentialsTests
{
    private static readonly Connection Ann = new() { Method = "key" };

    [Fact]
    public void The_one_that_was_not_asked_for_the_longest_goes_first()
    {
        KnownCredentials known = new();
        for (int i = 0; i < KnownCredentials.Most; i++)
        {
            known.Add(Place(i), [1], Ann, known.Changes);
        }

        Assert.NotNull(known.Find(Place(0)));
        known.Add(Place(-1), [1], Ann, known.Changes);
        Assert.Null(known.Find(Place(1)));
        Assert.NotNull(known.Find(Place(0)));
        Assert.NotNull(known.Find(Place(2)));
    }

    [Fact]
    public void What_was_read_before_a_change_is_not_remembered_after_it()
    {
        KnownCredentials known = new();
        long before = known.Changes;
        known.Forget(Place(1));
        known.Add(Place(1), [1], Ann, before);
        Assert.Null(known.Find(Place(1)));
        known.Add(Place(1), [1], Ann, known.Changes);
        known.ForgetAll();
        Assert.Null(known.Find(Place(1)));
    }

    [Fact]
    public async Task A_call_that_was_made_before_asks_the_database_for_nothing_and_sees_every_change()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);
        await host.ConnectAsync("ann");
        Assert.Equal(200, (await host.ExecuteAsync("entry.list", "ann")).Status);

        // Without its tables, what is not known cannot be had.
        Database database = host.Service<Database>();
        await database.ChangeAsync("ALTER TABLE credential RENAME TO hidden; ALTER TABLE api_key RENAME TO hidden_key", null, TestContext.Current.CancellationToken);
        Assert.Equal(200, (await host.ExecuteAsync("entry.list", "ann")).Status);
        await database.ChangeAsync("ALTER TABLE hidden RENAME TO credential; ALTER TABLE hidden_key RENAME TO api_key", null, TestContext.Current.CancellationToken);

        Assert.Equal(200, (await host.SendAsync(HttpMethod.Delete, "/api/v1/connector/ledger/credential?account=ann")).Status);
        Assert.Equal(500, (await host.ExecuteAsync("entry.list", "ann")).Status);
        await host.ConnectAsync("ann");
        Assert.Equal(200, (await host.ExecuteAsync("entry.list", "ann")).Status);
    }

    private static CredentialPlace Place(int number) => new("e", "live", "interactor/ledger", $"a{number}");
}
