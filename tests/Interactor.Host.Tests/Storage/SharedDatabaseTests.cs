using System.Text.Json;
using Interactor.Host.Tests.Fakes;
using Interactor.Host.Workspace;

namespace Interactor.Host.Tests.Storage;

/// <summary>Several hosts on one PostgreSQL database.</summary>
public sealed class SharedDatabaseTests(PostgresServer postgres)
{
    private const int Calls = 200;

    [Fact]
    public async Task Calls_of_three_hosts_on_an_expired_token_make_one_refresh()
    {
        string connection = await postgres.NewDatabaseAsync();
        DirectoryInfo keys = Directory.CreateTempSubdirectory("interactor-keys-");
        await using (Upstream upstream = await Upstream.StartAsync())
        await using (RunningHost first = await StartAsync(connection, keys))
        await using (RunningHost second = await StartAsync(connection, keys))
        await using (RunningHost third = await StartAsync(connection, keys))
        {
            await first.UseAsync(upstream);
            await first.ConnectAsync("ann");
            second.Key = third.Key = first.Key;
            upstream.ExpireAll();

            RunningHost[] hosts = [first, second, third];
            (int Status, JsonElement Body)[] answers = await Task.WhenAll(Enumerable.Range(0, Calls).Select(i => hosts[i % 3].ExecuteAsync("entry.list", "ann")));

            Assert.All(answers, static answer => Assert.True(answer.Status == 200, answer.Body.ToString()));
            Assert.Equal((1, 0), (upstream.Refreshes, upstream.Reuses));
        }

        keys.Delete(recursive: true);
    }

    [Fact]
    public async Task What_one_host_changes_the_others_see()
    {
        string connection = await postgres.NewDatabaseAsync();
        DirectoryInfo keys = Directory.CreateTempSubdirectory("interactor-keys-");
        await using (Upstream upstream = await Upstream.StartAsync())
        await using (Upstream moved = await Upstream.StartAsync())
        await using (RunningHost first = await StartAsync(connection, keys))
        await using (RunningHost second = await StartAsync(connection, keys))
        {
            second.Key = first.Key;
            await first.UseAsync(upstream);
            await first.ConnectAsync("ann");
            Assert.Equal(200, (await second.ExecuteAsync("entry.list", "ann")).Status);
            await first.UseAsync(moved);

            // At another host a change of an environment counts a second later at most.
            await Until.TrueAsync(async () => (await second.ExecuteAsync("entry.list", "ann")).Status == 500);
            Assert.Equal(500, (await first.ExecuteAsync("entry.list", "ann")).Status);
            Assert.Equal(200, (await first.SendAsync(HttpMethod.Delete, "/api/v1/connector/ledger/credential?account=ann")).Status);
            Assert.Equal(404, (await second.SendAsync(HttpMethod.Get, "/api/v1/connector/ledger/credential?account=ann")).Status);
        }

        keys.Delete(recursive: true);
    }

    [Fact]
    public async Task A_key_that_was_replaced_is_dead_at_once_where_that_was_done_and_soon_elsewhere()
    {
        string connection = await postgres.NewDatabaseAsync();
        DirectoryInfo keys = Directory.CreateTempSubdirectory("interactor-keys-");
        await using (RunningHost first = await StartAsync(connection, keys))
        await using (RunningHost second = await StartAsync(connection, keys))
        {
            second.Key = first.Key;
            const string Path = "/api/v1/connector/ledger/credential?account=ann";
            Assert.Equal((404, 404), ((await first.SendAsync(HttpMethod.Get, Path)).Status, (await second.SendAsync(HttpMethod.Get, Path)).Status));
            EnvironmentStore environments = first.Service<EnvironmentStore>();
            await environments.NewKeyAsync((await environments.FindByKeyAsync(ApiKey.Parse(first.Key)!, TestContext.Current.CancellationToken))!.Id, TestContext.Current.CancellationToken);
            Assert.Equal(401, (await first.SendAsync(HttpMethod.Get, Path)).Status);
            await Until.TrueAsync(async () => (await second.SendAsync(HttpMethod.Get, Path)).Status == 401);
        }

        keys.Delete(recursive: true);
    }

    private static Task<RunningHost> StartAsync(string connection, DirectoryInfo keys) => RunningHost.StartAsync(configure: settings => new HostSettings
    {
        DataDirectory = settings.DataDirectory,
        DefinitionFolders = settings.DefinitionFolders,
        IsDevelopment = true,
        Connection = connection,
        KeyDirectory = keys.FullName,
    });
}
