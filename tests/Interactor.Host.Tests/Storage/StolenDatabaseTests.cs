using System.Text;
using Interactor.Host.Tests.Fakes;

namespace Interactor.Host.Tests.Storage;

/// <summary>What somebody sees who has the files of the database, but not the key ring.</summary>
public sealed class StolenDatabaseTests
{
    [Fact]
    public async Task The_files_show_no_secret_no_key_and_no_token_and_neither_does_the_log()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("interactor-host-");
        string key;
        LogLines log;
        await using (Upstream upstream = await Upstream.StartAsync())
        await using (RunningHost host = await RunningHost.StartAsync(directory.FullName))
        {
            (key, log) = (host.Key, host.Log);
            await host.UseAsync(upstream);
            await host.ConnectAsync("ann");
            await host.SendAsync(HttpMethod.Post, "/api/v1/connector/ledger/credential?account=bob", $$$"""{"method":"key","values":{"key":"{{{Upstream.Key}}}"}}""");
            await host.SendAsync(HttpMethod.Get, "/api/v1/connector/ledger/auth-url?account=eve&method=oauth");
            await host.ExecuteAsync("entry.create", "ann", """{"amount":1,"note":"canary-note"}""");
            upstream.WithdrawAll();
            await host.ExecuteAsync("entry.list", "ann");
        }

        string all = string.Concat(directory.GetFiles("interactor.db*").Select(static file => Encoding.Latin1.GetString(File.ReadAllBytes(file.FullName))));
        Assert.Contains("interactor/ledger", all, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", all, StringComparison.Ordinal);
        Assert.DoesNotContain(key, all, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Split('_')[^1], all, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", string.Join('\n', log.Lines.Select(static line => line.Text)), StringComparison.Ordinal);
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task With_another_key_ring_nothing_can_be_opened_and_the_answer_says_so()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("interactor-host-");
        await using Upstream upstream = await Upstream.StartAsync();
        string key;
        await using (RunningHost host = await RunningHost.StartAsync(directory.FullName))
        {
            key = host.Key;
            await host.UseAsync(upstream);
            await host.ConnectAsync("ann");
        }

        Directory.Delete(Path.Combine(directory.FullName, "keys"), recursive: true);
        await using (RunningHost host = await RunningHost.StartAsync(directory.FullName))
        {
            host.Key = key;
            Assert.Equal(500, (await host.ExecuteAsync("entry.list", "ann")).Status);
            Assert.Contains(host.Log.Lines, static line => line.Text.Contains("key ring", StringComparison.Ordinal));
        }

        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task One_host_at_a_time_has_a_file()
    {
        await using RunningHost host = await RunningHost.StartAsync();

        HostException refused = await Assert.ThrowsAsync<HostException>(() => RunningHost.StartAsync(host.Directory));
        Assert.Contains("in use by another host", refused.Message, StringComparison.Ordinal);
    }
}
