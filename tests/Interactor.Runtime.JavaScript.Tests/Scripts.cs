using System.Text;
using Interactor.Runtime.JavaScript.Processes;

namespace Interactor.Runtime.JavaScript.Tests;

/// <summary>Short ways to run a script, where Node.js and the engine are there.</summary>
internal static class Scripts
{
    private static readonly Lazy<Task<string?>> Missing = new(FindMissingAsync);

    /// <summary>An engine of one process with a short deadline, unless a test asks for something else.</summary>
    public static async Task<JavaScriptEngine> EngineAsync(Action<JavaScriptOptions>? configure = null)
    {
        await RequireNodeAsync();
        JavaScriptOptions options = new() { MaxProcesses = 1 };
        configure?.Invoke(options);
        return new JavaScriptEngine(options);
    }

    public static async Task RequireNodeAsync()
    {
        string? missing = await Missing.Value;
        Assert.SkipWhen(missing is not null, $"skipped: not found: {missing}");
    }

    public static ScriptCall Call(string source, string arguments = "[]") => new(source, "run", Encoding.UTF8.GetBytes(arguments));

    public static async Task<string> RunAsync(this JavaScriptEngine engine, string source, string arguments = "[]") =>
        Encoding.UTF8.GetString((await engine.RunAsync(Call(source, arguments), TestContext.Current.CancellationToken)).Json.Span);

    /// <summary>Runs the body of a function of one argument.</summary>
    public static Task<string> BodyAsync(this JavaScriptEngine engine, string body, string arguments = "[]") =>
        engine.RunAsync($"export function run(input) {{ {body} }}", arguments);

    public static async Task<ScriptException> FailAsync(this JavaScriptEngine engine, string source, string arguments = "[]") =>
        await Assert.ThrowsAsync<ScriptException>(() => engine.RunAsync(source, arguments));

    private static async Task<string?> FindMissingAsync()
    {
        try
        {
            _ = EngineFiles.StartFrame;
            await NodeProgram.FindAsync("node", CancellationToken.None);
            return null;
        }
        catch (ScriptException e) when (e.Failure == ScriptFailure.Unavailable)
        {
            return e.Message;
        }
    }
}
