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
    public async Task What_a_script_says_is_shown_to_its_author()
    {
        using Workspace work = new();
        work.Write("scripted/connector.yaml", """
            interactor: 1
            id: scripted
            version: 1.0.0
            scripts: { check: { file: scripts/check.js, input: { type: object, properties: { n: { type: integer } } }, output: { type: integer } } }
            actions: { number.check: { version: 1.0.0, name: Check a Number, effect: read, input: { type: object, properties: { n: { type: integer } } }, script: scripts.check } }
            tests:
              - { name: a number, action: number.check, given: { n: 4 }, output: 5 }
              - { name: no number, action: number.check, output: 1 }
            """);
        work.Write("scripted/scripts/check.js", "export function check({ n }) {\n  if (n === undefined) throw new RangeError('no number');\n  return n + 1;\n}\n");
        CommandRun run = await CommandRun.OfAsync("test", work.In("scripted"));
        Assert.SkipWhen(run.Out.Contains("Node.js", StringComparison.Ordinal) || run.Out.Contains("without its engine", StringComparison.Ordinal), "skipped: not found: Node.js or the engine");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("passed  interactor/scripted number.check: a number", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"script_error: scripts/check\.js\(2,\d+\): the script threw an error\.\s+the script said: RangeError: no number", run.Out);
    }

    [Fact]
    public async Task A_script_in_CSharp_runs_and_its_error_says_where()
    {
        using Workspace work = new();
        CSharpScript.Write(work);
        CommandRun run = await CommandRun.OfAsync("test", work.In("minted"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("passed  interactor/minted number.check: a number", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"script_error: scripts/check\.cs\(7,\d+\): the script threw an error \(ArgumentException\)\.\s+the script said: no number", run.Out);

        work.Write("minted/scripts/check.cs", "");
        CommandRun broken = await CommandRun.OfAsync("test", work.In("minted"));
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("check.cs(1,1): error INTC1608", broken.Out, StringComparison.Ordinal);
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
