namespace Interactor.Cli.Tests;

public sealed class NewCommandTests
{
    [Fact]
    public async Task A_new_connector_passes_check_and_test_and_runs()
    {
        using Workspace work = new();
        string folder = work.In("my new connector");
        CommandRun created = await CommandRun.OfAsync("new", "acme-crm", "--owner", "acme", "--output", folder);
        Assert.Equal((0, 5), (created.ExitCode, created.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        CommandRun check = await CommandRun.OfAsync("check", folder);
        Assert.Equal((0, "", "1 connector: no findings."), (check.ExitCode, check.Out, check.Error.Trim()));
        CommandRun test = await CommandRun.OfAsync("test", folder);
        Assert.Equal(0, test.ExitCode);
        Assert.Contains("2 tests: 2 passed, 0 failed", test.Error, StringComparison.Ordinal);
        CommandRun run = await CommandRun.OfAsync("run", folder, "item.get", "--sandbox", "--input", """{"id":"42"}""");
        Assert.Equal("{\n  \"id\": \"42\",\n  \"name\": \"Answer\"\n}", run.Out.Trim());
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_left_alone()
    {
        using Workspace work = new();
        CommandRun run = await CommandRun.OfAsync("new", "shop", "--output", work.Shop);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is not empty", run.Error, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFileSystemEntries(work.Shop));
    }

    // Words that YAML would take for something else than text.
    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("a1.b2-c3")]
    public async Task An_id_may_be_any_that_the_language_allows(string id)
    {
        using Workspace work = new();
        Assert.Equal(0, (await CommandRun.OfAsync("new", id, "--owner", id, "--output", work.In("x"))).ExitCode);
        Assert.Equal(0, (await CommandRun.OfAsync("test", work.In("x"))).ExitCode);
    }
}
