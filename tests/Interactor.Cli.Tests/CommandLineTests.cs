namespace Interactor.Cli.Tests;

public sealed class CommandLineTests
{
    public static TheoryData<string> Commands => ["new", "check", "build", "test", "run", "sandbox", "mcp"];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Each_command_has_help_with_examples(string command)
    {
        CommandRun run = await CommandRun.OfAsync(command, "--help");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Usage:", run.Out, StringComparison.Ordinal);
        Assert.Contains("Examples:", run.Out, StringComparison.Ordinal);
        Assert.Contains($"interactor {command}", run.Out[run.Out.IndexOf("Examples:", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("Exit codes:", run.Out, StringComparison.Ordinal);
        Assert.Contains("143", run.Out, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Without_a_command_they_are_listed()
    {
        CommandRun bare = await CommandRun.OfAsync();
        Assert.Equal((2, ""), (bare.ExitCode, bare.Out));
        Assert.All(Commands, command => Assert.Matches($@"(?m)^  {command.Data} +\S", bare.Error));
        Assert.Contains("auth-providers", (await CommandRun.OfAsync("import")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "chek", ".")]
    [InlineData("import", "imprt")]
    [InlineData("openapi", "import", "opanapi", "x.json")]
    public async Task A_misspelt_command_is_guessed(string meant, params string[] arguments)
    {
        CommandRun run = await CommandRun.OfAsync(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"Did you mean '{meant}'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_a_number_alone() => Assert.Matches(@"^\d+\.\d+\.\d+\s$", (await CommandRun.OfAsync("--version")).Out);

    [Theory]
    [InlineData("")]
    [InlineData("chek", ".")]
    [InlineData("check")]
    [InlineData("check", ".", "--format", "xml")]
    [InlineData("build", ".")]
    [InlineData("build", ".", "--output", "x", "--namespace", "1.2")]
    [InlineData("run", ".")]
    [InlineData("run", ".", "a", "--set", "novalue")]
    [InlineData("sandbox", ".", "--port", "70000")]
    [InlineData("sandbox", ".", "--port", "http")]
    [InlineData("new", "Bad Id")]
    [InlineData("new", "ok", "--owner", "a: b")]
    [InlineData("new", "a--b")]
    [InlineData("check", "")]
    public async Task A_command_line_that_is_not_valid_ends_with_2(params string[] arguments)
    {
        using Workspace work = new();
        string[] located = [.. arguments.Where(a => arguments.Length > 1 || a.Length > 0).Select(a => a == "." ? work.Shop : a)];
        CommandRun run = await CommandRun.OfAsync(located);
        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("test")]
    [InlineData("sandbox")]
    public async Task A_path_that_is_not_there_is_said_plainly(string command)
    {
        CommandRun run = await CommandRun.OfAsync(command, "no where");
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("There is no file or folder 'no where'", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", ".", "--nope")]
    [InlineData("sandbox", "--nope")]
    [InlineData("mcp", "--nope")]
    [InlineData("run", "--nope", "a")]
    public async Task An_option_that_there_is_not_is_no_path(params string[] arguments)
    {
        CommandRun run = await CommandRun.OfAsync(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("There is no option '--nope'.", run.Error, StringComparison.Ordinal);
        Assert.Contains($"Try 'interactor {arguments[0]} --help'.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_ends_with_130()
    {
        using Workspace work = new();
        CommandRun run = await CommandRun.OfAsync(["run", work.Shop, "status.get", "--sandbox"], "", [], new CancellationToken(canceled: true));
        Assert.Equal(130, run.ExitCode);
        Assert.Empty(run.Out);
    }
}
