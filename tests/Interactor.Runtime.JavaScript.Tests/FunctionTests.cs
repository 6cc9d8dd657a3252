using System.Text;

namespace Interactor.Runtime.JavaScript.Tests;

/// <summary>What a function is given and what comes back.</summary>
public sealed class FunctionTests
{
    [Theory]
    [InlineData("export function run(a, b) { return a + b; }", "[1,2]", "3")]
    [InlineData("export const run = ({ name }) => ({ hello: `${name ?? 'nobody'}!` });", """[{"name":"Zoë 🦊"}]""", """{"hello":"Zoë 🦊!"}""")]
    [InlineData("export const run = input => input?.a?.b ?? 7n.toString();", "[{}]", "\"7\"")]
    [InlineData("export async function run(x) { await null; return [x]; }", "[true]", "[true]")]
    [InlineData("const k = await Promise.resolve(2); export const run = x => x * k;", "[21]", "42")]
    [InlineData("export function run() { }", "[]", "null")]
    [InlineData("export const run = () => '\\ud800\\u0000';", "[]", "\"\\ud800\\u0000\"")]
    [InlineData("export const run = (...all) => all.length;", "[1,2,3,4]", "4")]
    public async Task A_result_is_JSON(string source, string arguments, string expected)
    {
        using JavaScriptEngine engine = await Scripts.EngineAsync();

        Assert.Equal(expected, await engine.RunAsync(source, arguments));
    }

    [Fact]
    public async Task A_console_is_kept()
    {
        using JavaScriptEngine engine = await Scripts.EngineAsync();

        ScriptResult result = await engine.RunAsync(
            Scripts.Call("export function run(x) { console.log('x is', x, [1]); console.warn(new TypeError('no')); }", """[{"a":1}]"""),
            TestContext.Current.CancellationToken);

        Assert.Equal([new ScriptLogLine("log", """x is {"a":1} [1]"""), new ScriptLogLine("warn", "TypeError: no")], result.Log.Lines);
        Assert.False(result.Log.IsCut);
    }

    [Fact]
    public async Task A_console_is_bounded()
    {
        using JavaScriptEngine engine = await Scripts.EngineAsync(o => o.MaxLogChars = 20);

        ScriptResult result = await engine.RunAsync(
            Scripts.Call("export function run() { for (let i = 0; i < 5000; i++) console.log('123456789'); return 1; }"), TestContext.Current.CancellationToken);

        Assert.Equal(["123456789", "123456789", "12"], result.Log.Lines.Select(l => l.Text));
        Assert.True(result.Log.IsCut);
    }

    [Theory]
    [InlineData("export function run(a) {\n  const fail = () => { throw new TypeError('bad ' + a); };\n  return fail();\n}", 2, ScriptFailure.Threw, "TypeError: bad 3")]
    [InlineData("export async function run() {\n\n  await 1;\n  null.x;\n}", 4, ScriptFailure.Threw, "TypeError: cannot read property 'x' of null")]
    [InlineData("export function run() {\n  return 1 +;\n}", 2, ScriptFailure.Invalid, "SyntaxError")]
    public async Task An_error_has_its_place(string source, int line, ScriptFailure failure, string message)
    {
        using JavaScriptEngine engine = await Scripts.EngineAsync();

        ScriptException error = await engine.FailAsync(source, "[3]");

        Assert.Equal(failure, error.Failure);
        Assert.Equal(line, error.Line);
        Assert.InRange(error.Column!.Value, 1, 80);
        Assert.StartsWith($"script.js({line},{error.Column}): ", error.Message, StringComparison.Ordinal);
        Assert.StartsWith(message, error.ScriptMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export function other() { }", ScriptFailure.NoFunction)]
    [InlineData("export const run = 1;", ScriptFailure.NoFunction)]
    [InlineData("export const run = () => new Promise(() => { });", ScriptFailure.NeverSettled)]
    [InlineData("await new Promise(() => { }); export const run = () => 1;", ScriptFailure.NeverSettled)]
    [InlineData("export const run = () => run;", ScriptFailure.Threw)]
    [InlineData("export const run = () => 1n;", ScriptFailure.Threw)]
    [InlineData("export const run = () => { throw { code: 1 }; };", ScriptFailure.Threw)]
    [InlineData("export const run = () => { throw null; };", ScriptFailure.Threw)]
    [InlineData("export const run = () => { Object.prototype.toJSON = () => null; throw new Error('x'); };", ScriptFailure.Threw)]
    [InlineData("throw new Error('at once'); export const run = () => 1;", ScriptFailure.Threw)]
    public async Task What_gives_no_result_says_why(string source, ScriptFailure failure)
    {
        using JavaScriptEngine engine = await Scripts.EngineAsync();

        Assert.Equal(failure, (await engine.FailAsync(source)).Failure);
    }

    [Fact]
    public async Task A_failure_keeps_the_console_and_does_not_repeat_what_the_script_says()
    {
        using JavaScriptEngine engine = await Scripts.EngineAsync();

        ScriptException error = await engine.FailAsync("export function run(key) { console.log(key); throw new Error(key); }", "[\"s3cret\"]");

        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("Error: s3cret", error.ScriptMessage);
        Assert.Equal("s3cret", Assert.Single(error.Log.Lines).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1")]
    [InlineData("[1] 2")]
    [InlineData("null")]
    public async Task Arguments_have_to_be_a_JSON_array(string arguments)
    {
        using JavaScriptEngine engine = new();

        await Assert.ThrowsAsync<ArgumentException>(() => engine.RunAsync("export const run = () => 1;", arguments));
    }

    [Fact]
    public async Task A_large_result_arrives_and_a_larger_one_is_refused()
    {
        using JavaScriptEngine engine = await Scripts.EngineAsync(o => o.Timeout = TimeSpan.FromSeconds(60));

        byte[] json = Encoding.UTF8.GetBytes(await engine.BodyAsync("return 'ü'.repeat(8e6);"));
        Assert.Equal(16_000_002, json.Length);

        ScriptException error = await engine.FailAsync("export const run = () => 'x'.repeat(9e6);");
        Assert.Equal(ScriptFailure.ResultTooLarge, error.Failure);
        Assert.Equal("1", await engine.BodyAsync("return 1;"));
    }

    [Fact]
    public async Task A_large_argument_arrives()
    {
        using JavaScriptEngine engine = await Scripts.EngineAsync(o => o.Timeout = TimeSpan.FromSeconds(60));

        Assert.Equal("5000000", await engine.BodyAsync("return input.length;", $"[\"{new string('x', 5_000_000)}\"]"));
    }
}
