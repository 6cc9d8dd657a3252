namespace Interactor.Cli.Tests;

public sealed class TestCommandTests
{
    [Fact]
    public async Task Failures_are_shown_below_their_test()
    {
        using Workspace work = new();
        work.Replace("path: /eu/orders/o1 }", "path: /eu/orders/o9 }");
        CommandRun run = await CommandRun.OfAsync("test", work.Path);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("FAILED  tests/shop order.get: an order", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"connector\.yaml\(\d+,\d+\): request 1 \(GET https://api\.shop\.example/eu/orders/o1\): path: expected /eu/orders/o9, got /eu/orders/o1", run.Out);
        Assert.Contains("passed  tests/shop order.get: no order", run.Out, StringComparison.Ordinal);
        Assert.Contains("2 tests: 1 passed, 1 failed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_chooses()
    {
        using Workspace work = new();
        CommandRun run = await CommandRun.OfAsync("test", work.Path, "--filter", "NO ORDER");
        Assert.Equal((0, "passed  tests/shop order.get: no order"), (run.ExitCode, run.Out.Trim()));
        CommandRun none = await CommandRun.OfAsync("test", work.Path, "--filter", "nothing");
        Assert.Equal(1, none.ExitCode);
        Assert.Contains("No test has 'nothing'", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_definition_with_errors_fails()
    {
        using Workspace work = new();
        work.Replace("effect: read", "effect: reed");
        CommandRun run = await CommandRun.OfAsync("test", work.Path);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error INTC", run.Out, StringComparison.Ordinal);
    }
}
