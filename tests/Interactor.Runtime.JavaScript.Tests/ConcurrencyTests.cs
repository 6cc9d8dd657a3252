using System.Text;

namespace Interactor.Runtime.JavaScript.Tests;

/// <summary>Many callers, callers who give up, and an engine that is disposed under them.</summary>
public sealed class ConcurrencyTests
{
    [Fact]
    public async Task A_hundred_scripts_side_by_side_each_get_their_own_result()
    {
        using JavaScriptEngine engine = await Scripts.EngineAsync(o =>
        {
            o.MaxProcesses = 4;
            o.Timeout = TimeSpan.FromSeconds(60);
        });

        string[] results = await Task.WhenAll(Enumerable.Range(0, 100).Select(async i => i % 10 == 9
            ? (await engine.FailAsync("export const run = i => { throw new Error(`no ${i}`); };", $"[{i}]")).ScriptMessage!
            : await engine.RunAsync("export const run = i => { let n = 0; for (let k = 0; k < 10000; k++) n += i; return n; };", $"[{i}]")));

        Assert.Equal(Enumerable.Range(0, 100).Select(i => i % 10 == 9 ? $"Error: no {i}" : $"{i * 10000}"), results);
        Assert.InRange(engine.Pool.Idle.Count(), 1, 4);
    }

    [Fact]
    public async Task A_cancelled_run_ends_and_gives_its_turn_on()
    {
        using JavaScriptEngine engine = await Scripts.EngineAsync(o => o.Timeout = TimeSpan.FromMinutes(10));
        Assert.Equal("1", await engine.BodyAsync("return 1;"));
        using CancellationTokenSource first = new();
        using CancellationTokenSource second = new();
        Task<ScriptResult> running = engine.RunAsync(Scripts.Call("export function run() { for (;;); }"), first.Token);
        Task<ScriptResult> waiting = engine.RunAsync(Scripts.Call("export const run = () => 2;"), second.Token);
        Task<string> last = engine.BodyAsync("return 3;");

        await second.CancelAsync();
        OperationCanceledException waited = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.False(running.IsCompleted);
        await first.CancelAsync();
        OperationCanceledException ran = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        Assert.Equal(second.Token, waited.CancellationToken);
        Assert.Equal(first.Token, ran.CancellationToken);
        Assert.Equal("3", await last);
    }

    [Fact]
    public async Task A_disposed_engine_ends_its_runs_and_takes_no_more()
    {
        JavaScriptEngine engine = await Scripts.EngineAsync(o => o.Timeout = TimeSpan.FromMinutes(10));
        Task<string> running = engine.BodyAsync("for (;;);");
        Task<string> waiting = engine.BodyAsync("return 1;");

        engine.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => running);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => engine.BodyAsync("return 1;"));
        Assert.Empty(engine.Pool.Idle);
    }

    [Fact]
    public async Task A_call_that_was_cancelled_before_starts_nothing()
    {
        using JavaScriptEngine engine = new(new JavaScriptOptions { NodePath = "no-such-program" });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.RunAsync(
            new ScriptCall("export const run = () => 1;", "run", Encoding.UTF8.GetBytes("[]")), new CancellationToken(canceled: true)));
    }
}
