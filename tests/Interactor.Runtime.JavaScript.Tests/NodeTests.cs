namespace Interactor.Runtime.JavaScript.Tests;

/// <summary>Programs that are not the Node.js that is needed.</summary>
public sealed class NodeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("interactor-node-").FullName;

    [Fact]
    public async Task An_absent_program_is_told()
    {
        ScriptException error = await FailAsync(Path.Combine(_folder, "node"));

        Assert.Contains("could not be started", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo v18.20.4", "Scripts need Node.js 20 or later; ")]
    [InlineData("echo something else", "does not tell its version")]
    [InlineData("exit 3", "does not tell its version")]
    [InlineData("if [ \"$1\" = --version ]; then echo v20.0.0; else echo bad option >&2; exit 9; fi", "does not run the engine: bad option")]
    [InlineData("if [ \"$1\" = --version ]; then echo v20.0.0; else printf 'nonsense'; fi", "does not run the engine")]
    public async Task Another_program_is_told(string commands, string message)
    {
        await Scripts.RequireNodeAsync();
        ScriptException error = await FailAsync(Write(commands));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_absent_program_is_looked_for_again()
    {
        await Scripts.RequireNodeAsync();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: needs a shell");
        string node = Path.Combine(_folder, "node");
        using JavaScriptEngine engine = new(new JavaScriptOptions { NodePath = node });
        await engine.FailAsync("export const run = () => 1;");

        Write("PATH=/usr/local/bin:/usr/bin:/bin exec node \"$@\"");

        Assert.Equal("1", await engine.BodyAsync("return 1;"));
    }

    [Theory]
    [InlineData("printf 'nonsense'")]
    [InlineData("printf '\\004\\000\\000\\000nope'")]
    [InlineData("printf '\\002\\000\\000\\000{}'")]
    [InlineData("exit 1")]
    public async Task Answers_that_are_none_fail_the_run_and_not_its_host(string answer)
    {
        await Scripts.RequireNodeAsync();

        // Takes the engine as given and answers the first request with nonsense.
        string program = Write($"if [ \"$1\" = --version ]; then echo v20.0.0; else exec 3<&0; cat <&3 >/dev/null 2>&1 & printf '\\002\\000\\000\\000{{}}'; sleep 0.2; {answer}; fi");
        using JavaScriptEngine engine = new(new JavaScriptOptions { NodePath = program, MaxProcesses = 1 });

        ScriptException error = await engine.FailAsync("export const run = () => 1;");

        Assert.Equal(ScriptFailure.Crashed, error.Failure);
        Assert.Empty(engine.Pool.Idle);
    }

    [Theory]
    [InlineData(nameof(JavaScriptOptions.Timeout))]
    [InlineData(nameof(JavaScriptOptions.MemoryBytes))]
    [InlineData(nameof(JavaScriptOptions.StackBytes))]
    [InlineData(nameof(JavaScriptOptions.MaxResultChars))]
    [InlineData(nameof(JavaScriptOptions.MaxLogChars))]
    [InlineData(nameof(JavaScriptOptions.MaxProcesses))]
    public void A_limit_outside_of_its_range_is_refused(string name)
    {
        JavaScriptOptions options = new();
        typeof(JavaScriptOptions).GetProperty(name)!.SetValue(options, name == nameof(JavaScriptOptions.Timeout) ? TimeSpan.Zero : -1);

        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => new JavaScriptEngine(options)).ParamName);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<ScriptException> FailAsync(string node)
    {
        using JavaScriptEngine engine = new(new JavaScriptOptions { NodePath = node });
        ScriptException error = await engine.FailAsync("export const run = () => 1;");
        Assert.Equal(ScriptFailure.Unavailable, error.Failure);
        return error;
    }

    private string Write(string commands)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: needs a shell");
        string path = Path.Combine(_folder, "node");
        File.WriteAllText(path, $"#!/bin/sh\n{commands}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return path;
    }
}
