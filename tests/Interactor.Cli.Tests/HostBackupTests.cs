using Interactor.Host;

namespace Interactor.Cli.Tests;

/// <summary>Backups on the command line: where the passphrase comes from, and what is said.</summary>
public sealed class HostBackupTests
{
    private static readonly Dictionary<string, string> Environment = new() { ["INTERACTOR_BACKUP_PASSPHRASE"] = "canary passphrase" };

    [Fact]
    public async Task A_running_host_is_backed_up_and_restored_elsewhere()
    {
        using Workspace work = new();
        await using HostApplication host = await StartAsync(work.In("data"));

        CommandRun backup = await RunAsync(Environment, "host", "backup", "--data", work.In("data"), "--with-keys", "--output", work.In("b.zip"));
        Assert.Equal(0, backup.ExitCode);
        Assert.Matches(@"^.*b\.zip: \d+ rows of \d+ tables of .*interactor\.db, schema \d+\.\s$", backup.Out);
        Assert.Contains("encrypted by the passphrase", backup.Error, StringComparison.Ordinal);
        CommandRun restore = await RunAsync(Environment, "host", "restore", work.In("b.zip"), "--data", work.In("new"), "--with-keys");
        Assert.Equal((0, "The key ring was restored."), (restore.ExitCode, restore.Error.Trim()));
        Assert.Equal(Directory.GetFiles(work.In("data/keys")).Select(Path.GetFileName), Directory.GetFiles(work.In("new/keys")).Select(Path.GetFileName));
        CommandRun again = await RunAsync(Environment, "host", "restore", work.In("b.zip"), "--data", work.In("new"));
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("--replace", again.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(Environment, "host", "restore", work.In("b.zip"), "--data", work.In("new"), "--replace")).ExitCode);
        await using HostApplication moved = await StartAsync(work.In("new"));
        Assert.Null(moved.FirstKey);
    }

    [Fact]
    public async Task Without_a_passphrase_there_is_no_key_ring_in_it()
    {
        using Workspace work = new();
        await using (HostApplication host = await StartAsync(work.In("data")))
        {
        }

        CommandRun none = await RunAsync([], "host", "backup", "--data", work.In("data"), "--with-keys", "--output", work.In("b.zip"));
        Assert.Equal(2, none.ExitCode);
        Assert.Contains("INTERACTOR_BACKUP_PASSPHRASE", none.Error, StringComparison.Ordinal);
        CommandRun shortOne = await RunAsync(new() { ["INTERACTOR_BACKUP_PASSPHRASE"] = "short" }, "host", "backup", "--data", work.In("data"), "--with-keys", "--output", work.In("b.zip"));
        Assert.Equal(2, shortOne.ExitCode);
        CommandRun plain = await RunAsync([], "host", "backup", "--data", work.In("data"), "--output", work.In("b.zip"));
        Assert.Equal(0, plain.ExitCode);
        Assert.Contains("--with-keys", plain.Error, StringComparison.Ordinal);
        CommandRun restore = await RunAsync(Environment, "host", "restore", work.In("b.zip"), "--data", work.In("new"), "--with-keys");
        Assert.Equal(1, restore.ExitCode);
        Assert.Contains("has no key ring in it", restore.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_types_a_new_passphrase_twice()
    {
        using Workspace work = new();
        await using (HostApplication host = await StartAsync(work.In("data")))
        {
        }

        string[] command = ["host", "backup", "--data", work.In("data"), "--with-keys", "--output", work.In("b.zip")];
        Assert.Equal(2, await AskedAsync(command, "a long passphrase", "another passphrase"));
        Assert.Equal(0, await AskedAsync(command, "a long passphrase", "a long passphrase"));
        Assert.Equal(1, await AskedAsync(["host", "restore", work.In("b.zip"), "--data", work.In("new"), "--with-keys"], "another passphrase"));
        Assert.Equal(0, await AskedAsync(["host", "restore", work.In("b.zip"), "--data", work.In("new"), "--with-keys"], "a long passphrase"));
    }

    private static Task<HostApplication> StartAsync(string directory) =>
        HostApplication.StartAsync(new HostSettings { DataDirectory = directory, IsDevelopment = true }, cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<CommandRun> RunAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        CommandRun run = await CommandRun.OfAsync(arguments, "", environment);
        Assert.DoesNotContain("canary", run.Out + run.Error, StringComparison.Ordinal);
        return run;
    }

    private static Task<int> AskedAsync(string[] arguments, params string[] answers)
    {
        Queue<string> left = new(answers);
        CommandHost host = new() { In = TextReader.Null, Out = TextWriter.Null, Error = TextWriter.Null, Variable = static _ => null, AskSecret = _ => left.Dequeue() };
        return InteractorTool.RunAsync(arguments, host, TestContext.Current.CancellationToken);
    }
}
