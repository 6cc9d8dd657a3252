using Interactor.Runtime.JavaScript.Processes;

namespace Interactor.Runtime.JavaScript.Tests;

/// <summary>Scripts that mean harm or do harm: stopped within their limits, and the next one does not notice.</summary>
public sealed class HostileScriptTests
{
    [Theory]
    [InlineData("for (;;);", ScriptFailure.Timeout)]
    [InlineData("for (;;) { try { for (;;); } catch { } finally { continue; } }", ScriptFailure.Timeout)]
    [InlineData("return (async () => { for (;;) await 1; })();", ScriptFailure.Timeout)]
    [InlineData("const again = () => { Promise.resolve().then(again); }; again(); return new Promise(() => { });", ScriptFailure.Timeout)]
    [InlineData("return /^(a+)+$/.test('a'.repeat(60) + 'b');", ScriptFailure.Timeout)]
    [InlineData("throw { get message() { for (;;); }, toString() { for (;;); } };", ScriptFailure.Timeout)]
    [InlineData("return { toJSON() { for (;;); } };", ScriptFailure.Timeout)]
    [InlineData("const all = []; for (;;) all.push(new Array(1000).fill(1));", ScriptFailure.OutOfMemory)]
    [InlineData("const all = []; for (;;) all.push(new ArrayBuffer(1 << 20));", ScriptFailure.OutOfMemory)]
    [InlineData("return 'a'.repeat(3e7).split('');", ScriptFailure.OutOfMemory)]
    [InlineData("const all = []; for (let i = 0; ; i++) all.push('x'.repeat(1e6) + i);", ScriptFailure.OutOfMemory)]
    [InlineData("return run() + 1;", ScriptFailure.StackOverflow)]
    [InlineData("const f = () => [1].map(f); return f();", ScriptFailure.StackOverflow)]
    [InlineData("const o = { toString() { return '' + o; } }; return '' + o;", ScriptFailure.StackOverflow)]
    [InlineData("return JSON.parse('['.repeat(1e5));", ScriptFailure.StackOverflow)]
    [InlineData("return eval('(1+'.repeat(1e5));", ScriptFailure.StackOverflow)]
    [InlineData("let p = {}; for (let i = 0; i < 1e5; i++) p = new Proxy(p, {}); return p.x;", ScriptFailure.StackOverflow)]
    [InlineData("return process.exit(1);", ScriptFailure.Threw)]
    [InlineData("return fetch('https://example.test/');", ScriptFailure.Threw)]
    [InlineData("return require('fs');", ScriptFailure.Threw)]
    [InlineData("return import('fs');", ScriptFailure.Threw)]
    [InlineData("return import('node:child_process');", ScriptFailure.Threw)]
    [InlineData("return import('data:text/javascript,export default 1');", ScriptFailure.Threw)]
    [InlineData("return import('script.js').then(m => m.other());", ScriptFailure.Threw)]
    [InlineData("return run.constructor.constructor('return process')();", ScriptFailure.Threw)]
    [InlineData("return console.log.constructor('return process.mainModule')();", ScriptFailure.Threw)]
    [InlineData("return new WebAssembly.Memory({ initial: 1 });", ScriptFailure.Threw)]
    [InlineData("return Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);", ScriptFailure.Threw)]
    public async Task A_script_is_stopped_and_the_next_one_runs_in_the_same_process(string body, ScriptFailure failure)
    {
        using JavaScriptEngine engine = await Scripts.EngineAsync(o => o.Timeout = TimeSpan.FromSeconds(failure == ScriptFailure.Timeout ? 1 : 60));
        Assert.Equal("1", await engine.BodyAsync("return 1;"));
        int process = ProcessOf(engine).Id;

        ScriptException error = await engine.FailAsync($"export function run(input) {{ {body} }}");

        Assert.Equal(failure, error.Failure);
        Assert.Equal("2", await engine.BodyAsync("return 2;"));
        Assert.Equal(process, ProcessOf(engine).Id);
    }

    [Fact]
    public async Task A_script_sees_the_language_and_a_console()
    {
        using JavaScriptEngine engine = await Scripts.EngineAsync();

        Assert.Equal(
            """[["console"],[]]""",
            await engine.BodyAsync("""
                const own = Object.keys(globalThis);
                const unwanted = ['process', 'require', 'module', 'fetch', 'XMLHttpRequest', 'WebSocket', 'setTimeout', 'setInterval', 'queueMicrotask',
                    'WebAssembly', 'Worker', 'std', 'os', 'print', 'load', 'Deno', 'Bun', 'Buffer', 'global', 'self', 'window', 'performance'];
                return [own, unwanted.filter(name => eval('typeof ' + name) !== 'undefined')];
                """));
    }

    [Fact]
    public async Task A_script_that_the_engine_cannot_stop_is_stopped_with_its_process()
    {
        using JavaScriptEngine engine = await Scripts.EngineAsync(o => o.Timeout = TimeSpan.FromSeconds(1));
        Assert.Equal("1", await engine.BodyAsync("return 1;"));
        ScriptProcess process = ProcessOf(engine);

        ScriptException error = await engine.FailAsync($"export function run() {{ {Endless.OneStep} }}");

        Assert.Equal(ScriptFailure.Timeout, error.Failure);
        Assert.Equal("2", await engine.BodyAsync("return 2;"));
        Assert.NotSame(process, ProcessOf(engine));
    }

    [Theory]
    [InlineData("Object.prototype.polluted = 1; Array.prototype.map = null; JSON.parse = null; globalThis.left = 1; return 0;")]
    [InlineData("globalThis.console = null; globalThis.Promise = null; delete globalThis.JSON; Object.freeze(Object.prototype); return 0;")]
    [InlineData("Object.defineProperty(Object.prototype, 'kind', { set() { throw 1; } }); return 0;")]
    public async Task Nothing_of_a_script_reaches_the_next_one(string body)
    {
        using JavaScriptEngine engine = await Scripts.EngineAsync();
        Assert.Equal("0", await engine.BodyAsync(body));

        Assert.Equal(
            """[null,"function","undefined",2]""",
            await engine.BodyAsync("console.log('here'); return [({}).polluted ?? null, typeof JSON.parse, typeof left, [1].map(x => x + 1)[0]];"));
    }

    private static ScriptProcess ProcessOf(JavaScriptEngine engine) => Assert.Single(engine.Pool.Idle);
}
