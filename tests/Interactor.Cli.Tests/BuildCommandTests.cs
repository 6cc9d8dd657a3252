using System.Security.Cryptography;

namespace Interactor.Cli.Tests;

public sealed class BuildCommandTests
{
    [Fact]
    public async Task A_second_build_writes_nothing_and_stale_files_go()
    {
        using Workspace work = new();
        string output = work.In("generated code");
        CommandRun first = await CommandRun.OfAsync("build", work.Shop, "--output", output);
        Assert.Equal(0, first.ExitCode);
        Dictionary<string, (DateTime, string)> before = StateOf(output);
        Assert.Contains(before.Keys, k => k.EndsWith("actions.g.cs", StringComparison.Ordinal));

        CommandRun second = await CommandRun.OfAsync("build", work.Shop, "--output", output);
        Assert.Contains($": 0 files written, {before.Count} unchanged, 0 removed.", second.Error, StringComparison.Ordinal);
        Assert.Equal(before, StateOf(output));

        string own = work.Write("generated code/shop/Mine.g.cs", "// not generated");
        string other = work.Write("generated code/other/Stale.g.cs", File.ReadAllText(before.Keys.First()));
        string actions = before.Keys.Single(k => k.EndsWith("actions.g.cs", StringComparison.Ordinal));
        string stale = Path.Combine(Path.GetDirectoryName(actions)!, "actions.7.g.cs");
        File.Copy(actions, stale);
        work.Replace("order.list", "order.all");
        CommandRun third = await CommandRun.OfAsync("build", work.Shop, "--output", output);
        Assert.Equal(0, third.ExitCode);
        Assert.False(File.Exists(stale));
        Assert.True(File.Exists(own));
        Assert.True(File.Exists(other));
    }

    [Fact]
    public async Task The_namespace_is_the_one_that_is_asked_for()
    {
        using Workspace work = new();
        Assert.Equal(0, (await CommandRun.OfAsync("build", work.Shop, "-o", work.In("out"), "-n", "Acme.Shop")).ExitCode);
        Assert.All(Directory.EnumerateFiles(work.In("out"), "*.g.cs", SearchOption.AllDirectories), f => Assert.Contains("namespace Acme.Shop;", File.ReadAllText(f), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Errors_write_nothing()
    {
        using Workspace work = new();
        work.Replace("effect: read", "effect: reed");
        CommandRun run = await CommandRun.OfAsync("build", work.Shop, "-o", work.In("out"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error INTC", run.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work.In("out")));
    }

    private static Dictionary<string, (DateTime, string)> StateOf(string folder) =>
        Directory.EnumerateFiles(folder, "*.g.cs", SearchOption.AllDirectories)
            .ToDictionary(f => f, f => (File.GetLastWriteTimeUtc(f), Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))));
}
