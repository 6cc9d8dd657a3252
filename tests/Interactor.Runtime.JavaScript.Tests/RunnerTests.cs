using System.Text;

namespace Interactor.Runtime.JavaScript.Tests;

/// <summary>The engine as what runs the scripts of connectors.</summary>
public sealed class RunnerTests
{
    [Fact]
    public async Task It_calls_the_function_and_gives_its_json()
    {
        using JavaScriptEngine engine = await Scripts.EngineAsync();
        ReadOnlyMemory<byte> result = await RunAsync(engine, "export const twice = n => ({ n: n * 2 });", "twice", "[21]");
        Assert.Equal("""{"n":42}""", Encoding.UTF8.GetString(result.Span));
    }

    [Theory]
    [InlineData("export function run(a) {\n  throw new Error('bad ' + a);\n}", "scripts/a.js(2,")]
    [InlineData("export function run( {", "scripts/a.js(1,")]
    [InlineData("export const other = 1;", "exports no function 'run'")]
    public async Task A_failure_has_its_place_and_not_what_the_script_was_given(string source, string part)
    {
        using JavaScriptEngine engine = await Scripts.EngineAsync();
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(async () => await RunAsync(engine, source, "run", "[\"canary\"]"));
        Assert.Equal(ErrorCode.ScriptError, failure.Code);
        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
        Assert.IsType<ScriptException>(failure.InnerException);
    }

    [Fact]
    public async Task A_cancellation_is_one()
    {
        using JavaScriptEngine engine = await Scripts.EngineAsync();
        using CancellationTokenSource source = new(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await RunAsync(engine, "export function run() { for (;;) {} }", "run", "[]", source.Token));
    }

    [Fact]
    public async Task Without_node_the_error_says_so()
    {
        using JavaScriptEngine engine = new(new JavaScriptOptions { NodePath = "no-such-node" });
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(async () => await RunAsync(engine, "export const run = 1;", "run", "[]"));
        Assert.Equal(ErrorCode.ScriptError, failure.Code);
        Assert.Equal(ScriptFailure.Unavailable, Assert.IsType<ScriptException>(failure.InnerException).Failure);
    }

    private static ValueTask<ReadOnlyMemory<byte>> RunAsync(
        IScriptRunner engine, string source, string function, string arguments, CancellationToken? cancellation = null) => engine.RunAsync(
        new ScriptInvocation(source, "scripts/a.js", function, Encoding.UTF8.GetBytes(arguments)), cancellation ?? TestContext.Current.CancellationToken);
}
