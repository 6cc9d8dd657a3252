using System.IO.Compression;
using System.Text;
using Dapper;
using Interactor.Host.Backup;
using Interactor.Host.Storage;
using Interactor.Host.Tests.Fakes;

namespace Interactor.Host.Tests.Backup;

/// <summary>A backup is one moment of a host, and restoring it is all or nothing.</summary>
public sealed class BackupTests(PostgresServer postgres) : IDisposable
{
    private const string Passphrase = "canary passphrase";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("interactor-backup-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_host_goes_on_from_a_backup_in_either_kind_of_database(bool fromPostgres, bool toPostgres)
    {
        await using Upstream upstream = await Upstream.StartAsync();
        string? source = fromPostgres ? await postgres.NewDatabaseAsync() : null;
        string? target = toPostgres ? await postgres.NewDatabaseAsync() : null;
        string key;
        await using (RunningHost host = await RunningHost.StartAsync(configure: settings => On(settings.DataDirectory, source)))
        {
            await host.UseAsync(upstream);
            await host.ConnectAsync("ann");
            await host.ExecuteAsync("entry.list", "ann");
            key = host.Key;
            BackupSummary summary = await HostBackup.WriteAsync(On(host.Directory, source), In("b.zip"), Passphrase, TestContext.Current.CancellationToken);
            Assert.True(summary.HasKeys);
            Assert.True(summary.Rows > 5);
        }

        Assert.DoesNotContain(Everything(In("b.zip")), static text => text.Contains("canary", StringComparison.Ordinal));
        BackupSummary restored = await HostRestore.ReadAsync(On(In("new"), target), In("b.zip"), replaces: false, Passphrase, TestContext.Current.CancellationToken);
        Assert.True(restored.HasKeys);

        await using RunningHost moved = await RunningHost.StartAsync(In("new"), configure: settings => On(settings.DataDirectory, target));
        Assert.Equal("", moved.Key);
        moved.Key = key;
        Assert.Equal(200, (await moved.ExecuteAsync("entry.list", "ann")).Status);
        Assert.Equal(0, upstream.Reuses);
    }

    [Fact]
    public async Task Accounts_that_a_sandbox_plays_stay_connected_with_the_keys_of_the_backup()
    {
        string key;
        await using (RunningHost host = await RunningHost.WithAsync("gmail"))
        {
            key = host.Key;
            await host.ConnectAsync("ann", "gmail");
            await HostBackup.WriteAsync(On(host.Directory, null), In("b.zip"), Passphrase, TestContext.Current.CancellationToken);
        }

        // The key of another sandbox, which the accounts of the backup are not of.
        string there = Path.Combine(Directory.CreateDirectory(In("new/keys")).FullName, "sandbox.key");
        await File.WriteAllBytesAsync(there, new byte[32], TestContext.Current.CancellationToken);
        await HostRestore.ReadAsync(On(In("new"), null), In("b.zip"), replaces: false, Passphrase, TestContext.Current.CancellationToken);

        await using RunningHost moved = await RunningHost.StartAsync(In("new"));
        moved.Key = key;
        Assert.Equal(200, (await moved.ExecuteAsync("email.draft.list", "ann", connector: "gmail")).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_written_meanwhile_is_in_it_wholly_or_not_at_all(bool isPostgres)
    {
        string? source = isPostgres ? await postgres.NewDatabaseAsync() : null;
        await using RunningHost host = await RunningHost.StartAsync(configure: settings => On(settings.DataDirectory, source));
        Database database = host.Service<Database>();
        using CancellationTokenSource stop = new();
        Task writing = Task.Run(
            async () =>
            {
                for (int number = 0; !stop.IsCancellationRequested; number++)
                {
                    await database.ChangeAsync(
                        $"INSERT INTO organization (id, name, created_at) VALUES ('o{number}', 'o{number}', 0); INSERT INTO environment (id, organization, name, revision, redirect_urls, created_at) VALUES ('e{number}', 'o{number}', 'x', 1, '', 0)",
                        null,
                        CancellationToken.None);
                }
            },
            TestContext.Current.CancellationToken);
        for (int number = 0; number < 5; number++)
        {
            await HostBackup.WriteAsync(On(host.Directory, source), In($"{number}.zip"), null, TestContext.Current.CancellationToken);
        }

        await stop.CancelAsync();
        await writing;
        for (int number = 0; number < 5; number++)
        {
            using ZipArchive archive = await ZipFile.OpenReadAsync(In($"{number}.zip"), TestContext.Current.CancellationToken);
            Assert.Equal(Lines(archive, "organization") + 2, Lines(archive, "environment"));
        }
    }

    [Fact]
    public async Task What_is_there_is_replaced_only_where_that_was_said()
    {
        await using (RunningHost host = await RunningHost.WithAsync("ledger"))
        {
            await HostBackup.WriteAsync(On(host.Directory, null), In("b.zip"), null, TestContext.Current.CancellationToken);
            HostException used = await Assert.ThrowsAsync<HostException>(() => RestoreAsync(host.Directory, replaces: true));
            Assert.Contains("in use by another host", used.Message, StringComparison.Ordinal);
        }

        await RestoreAsync(In("new"), replaces: false);
        string before = await StateAsync(In("new"));
        HostException refused = await Assert.ThrowsAsync<HostException>(() => RestoreAsync(In("new"), replaces: false));
        Assert.Contains("--replace", refused.Message, StringComparison.Ordinal);
        await RestoreAsync(In("new"), replaces: true);
        Assert.Equal(before, await StateAsync(In("new")));
        await Assert.ThrowsAsync<HostException>(() => HostBackup.WriteAsync(On(In("new"), null), In("b.zip"), null, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("row")]
    [InlineData("missing row")]
    [InlineData("changed row")]
    [InlineData("digests")]
    [InlineData("missing parent")]
    [InlineData("schema")]
    [InlineData("old schema")]
    [InlineData("no schema")]
    [InlineData("format")]
    public async Task A_damaged_backup_changes_nothing(string damage)
    {
        await using (RunningHost host = await RunningHost.WithAsync("ledger"))
        {
            await HostBackup.WriteAsync(On(host.Directory, null), In("b.zip"), null, TestContext.Current.CancellationToken);
        }

        await RestoreAsync(In("new"), replaces: false);
        string before = await StateAsync(In("new"));
        Damage(damage);

        await Assert.ThrowsAsync<HostException>(() => RestoreAsync(In("new"), replaces: true));
        Assert.Equal(before, await StateAsync(In("new")));
        await Assert.ThrowsAsync<HostException>(() => RestoreAsync(In("other"), replaces: false));
        await using RunningHost fresh = await RunningHost.StartAsync(In("other"));
        Assert.NotEqual("", fresh.Key);
    }

    [Fact]
    public async Task A_backup_of_the_form_before_is_restored()
    {
        await using (RunningHost host = await RunningHost.WithAsync("ledger"))
        {
            await HostBackup.WriteAsync(On(host.Directory, null), In("b.zip"), null, TestContext.Current.CancellationToken);
        }

        Rewrite("manifest.json", static text => text.Replace("\"format\": 2", "\"format\": 1", StringComparison.Ordinal).Replace("digests", "nothing", StringComparison.Ordinal));
        await RestoreAsync(In("new"), replaces: false);
    }

    [Fact]
    public async Task A_key_that_is_made_while_the_rows_are_read_is_in_the_backup()
    {
        string connection = await postgres.NewDatabaseAsync();
        await using RunningHost host = await RunningHost.StartAsync(configure: settings => On(settings.DataDirectory, connection));
        await host.ConfigureAsync("interactor/ledger", ("client_secret", "canary"));
        Database database = host.Service<Database>();
        Task<BackupSummary>? writing = null;
        await database.ChangeAsync(
            async (open, transaction) =>
            {
                await open.ExecuteAsync("LOCK TABLE environment IN ACCESS EXCLUSIVE MODE", transaction: transaction);
                writing = HostBackup.WriteAsync(On(host.Directory, connection), In("b.zip"), Passphrase, TestContext.Current.CancellationToken);
                await Until.TrueAsync(async () => await database.FindAsync<long>("SELECT COUNT(*) FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())", null, TestContext.Current.CancellationToken) > 0);
                await File.WriteAllTextAsync(Path.Combine(host.Directory, "keys", "key-new.xml"), "<key/>", TestContext.Current.CancellationToken);
                return 0;
            },
            TestContext.Current.CancellationToken);
        await writing!;

        using ZipArchive archive = await ZipFile.OpenReadAsync(In("b.zip"), TestContext.Current.CancellationToken);
        using MemoryStream keys = new();
        await using Stream entry = await archive.GetEntry(BackupManifest.KeysEntry)!.OpenAsync(TestContext.Current.CancellationToken);
        await entry.CopyToAsync(keys, TestContext.Current.CancellationToken);
        Assert.Contains("key-new.xml", SealedKeyRing.Open(keys.ToArray(), Passphrase).Keys);
    }

    [Fact]
    public async Task A_wrong_passphrase_opens_nothing_and_changes_nothing()
    {
        await using (RunningHost host = await RunningHost.WithAsync("ledger"))
        {
            await host.ConfigureAsync("interactor/ledger", ("client_secret", "canary"));
            await HostBackup.WriteAsync(On(host.Directory, null), In("b.zip"), Passphrase, TestContext.Current.CancellationToken);
        }

        HostException wrong = await Assert.ThrowsAsync<HostException>(() => HostRestore.ReadAsync(On(In("new"), null), In("b.zip"), false, "another", TestContext.Current.CancellationToken));
        Assert.Contains("passphrase", wrong.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(In("new")));
    }

    [Fact]
    public async Task Where_there_is_no_database_there_is_no_backup()
    {
        await Assert.ThrowsAsync<HostException>(() => HostBackup.WriteAsync(On(In("none"), null), In("b.zip"), null, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<HostException>(async () => await HostBackup.WriteAsync(On(In("none"), await postgres.NewDatabaseAsync()), In("b.zip"), null, TestContext.Current.CancellationToken));
        Assert.Empty(_directory.GetFileSystemInfos());
    }

    private static HostSettings On(string directory, string? connection) => new()
    {
        DataDirectory = directory,
        Connection = connection,
        IsDevelopment = true,
        DefinitionFolders = [Path.Combine(AppContext.BaseDirectory, "Fixtures", "ledger")],
    };

    private string In(string name) => Path.Combine(_directory.FullName, name);

    private Task<BackupSummary> RestoreAsync(string directory, bool replaces) => HostRestore.ReadAsync(On(directory, null), In("b.zip"), replaces, null, TestContext.Current.CancellationToken);

    // Compared by a backup of its own: the manifest says when it was made, and nothing else differs.
    private async Task<string> StateAsync(string directory)
    {
        string file = In($"{Guid.NewGuid():N}.zip");
        await HostBackup.WriteAsync(On(directory, null), file, null, TestContext.Current.CancellationToken);
        return string.Join('\n', Everything(file).Where(static text => !text.Contains("createdAt", StringComparison.Ordinal)));
    }

    private void Damage(string damage)
    {
        if (damage == "cut")
        {
            using FileStream file = File.OpenWrite(In("b.zip"));
            file.SetLength(file.Length / 2);
            return;
        }

        (string name, Func<string, string> change) = damage switch
        {
            "row" => ("tables/environment.jsonl", static text => text + "[1]\n"),
            "missing row" => ("tables/environment.jsonl", static text => text[..(text.TrimEnd().LastIndexOf('\n') + 1)]),
            "missing parent" => ("tables/organization.jsonl", static _ => "[\"another\",\"another\",0]\n"),
            "changed row" => ("tables/environment.jsonl", static text => text.Replace("Testing", "Tasting", StringComparison.Ordinal)),
            "digests" => ("manifest.json", static text => text.Replace("digests", "digest", StringComparison.Ordinal)),
            "old schema" => ("manifest.json", static text => text.Replace($"\"schema\": {Migrator.Newest}", "\"schema\": 1", StringComparison.Ordinal)),
            "no schema" => ("manifest.json", static text => text.Replace($"\"schema\": {Migrator.Newest}", "\"schema\": 0", StringComparison.Ordinal)),
            "schema" => ("manifest.json", static text => text.Replace($"\"schema\": {Migrator.Newest}", "\"schema\": 9999", StringComparison.Ordinal)),
            _ => ("manifest.json", (Func<string, string>)(static text => text.Replace($"\"format\": {BackupManifest.CurrentFormat}", "\"format\": 9999", StringComparison.Ordinal))),
        };
        Rewrite(name, change);
    }

    private void Rewrite(string name, Func<string, string> change)
    {
        using ZipArchive archive = ZipFile.Open(In("b.zip"), ZipArchiveMode.Update);
        string before = Text(archive.GetEntry(name)!);
        archive.GetEntry(name)!.Delete();
        Assert.NotEqual(before, change(before));
        using StreamWriter writer = new(archive.CreateEntry(name).Open());
        writer.Write(change(before));
    }

    private static long Lines(ZipArchive archive, string table) => Text(archive.GetEntry($"tables/{table}.jsonl")!).Count(static c => c == '\n');

    private static List<string> Everything(string file)
    {
        using ZipArchive archive = ZipFile.OpenRead(file);
        return [.. archive.Entries.Select(Text)];
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using StreamReader reader = new(entry.Open(), Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
