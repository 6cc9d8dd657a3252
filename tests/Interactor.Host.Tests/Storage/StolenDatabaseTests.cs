using System.Text;
using System.Text.Json;
using Interactor.Host.Storage;
using Interactor.Host.Tests.Fakes;
using Interactor.Host.Workspace;

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
            await host.ConnectAsync("bob");
        }

        Directory.Delete(Path.Combine(directory.FullName, "keys"), recursive: true);
        await using (RunningHost host = await RunningHost.StartAsync(directory.FullName))
        {
            host.Key = key;
            Assert.Equal(500, (await host.ExecuteAsync("entry.list", "ann")).Status);
            Assert.Contains(host.Log.Lines, static line => line.Text.Contains("key ring", StringComparison.Ordinal));

            // What cannot be opened can still be removed, one way and the other, and nothing is said to be revoked.
            string environment = (await host.Service<EnvironmentStore>().ListAsync(TestContext.Current.CancellationToken))[0].Id;
            (int status, JsonElement body) = await host.SendAsync(HttpMethod.Delete, "/api/v1/connector/ledger/credential?account=ann");
            Assert.Equal((200, false), (status, body.GetProperty("revoked").GetBoolean()));
            (status, body) = await host.SendAsync(HttpMethod.Delete, $"/api/v1/manage/environments/{environment}/accounts/interactor/ledger?account=bob");
            Assert.Equal((200, false), (status, body.GetProperty("revoked").GetBoolean()));
            Assert.Equal(404, (await host.SendAsync(HttpMethod.Delete, "/api/v1/connector/ledger/credential?account=ann")).Status);
            Assert.Equal(0, upstream.Revocations);
            Assert.Equal(0, (await host.SendAsync(HttpMethod.Get, $"/api/v1/manage/environments/{environment}/accounts")).Body.GetProperty("items").GetArrayLength());
        }

        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Nobody_else_on_the_machine_may_read_the_files()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes of files.");
        DirectoryInfo directory = Directory.CreateTempSubdirectory("interactor-host-");
        string keys = Directory.CreateDirectory(Path.Combine(directory.FullName, "keys")).FullName;
        await File.WriteAllBytesAsync(SqliteDatabase.PathIn(directory.FullName), [], TestContext.Current.CancellationToken);
        await using (RunningHost host = await RunningHost.StartAsync(directory.FullName))
        {
            await host.ConnectAsync("ann", "gmail");
            const UnixFileMode File0600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            FileInfo[] files = [.. directory.GetFiles("interactor.db*"), .. new DirectoryInfo(keys).GetFiles()];
            Assert.Equal(6, files.Length);
            Assert.Contains(files, static file => file.Name == "sandbox.key");
            Assert.All(files, static file => Assert.Equal(File0600, file.UnixFileMode));
            Assert.Equal(File0600 | UnixFileMode.UserExecute, new DirectoryInfo(keys).UnixFileMode);
        }

        directory.Delete(recursive: true);
        await using (RunningHost host = await RunningHost.StartAsync(Path.Combine(directory.FullName, "made")))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(host.Directory).UnixFileMode);
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
