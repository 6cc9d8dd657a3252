using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Interactor.Runtime.Json;
using Interactor.Runtime.Telemetry;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Execution;

public sealed class ScriptTests
{
    private const string Argument = "canary-of-the-argument";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static readonly ScriptDescriptor<JsonValue> Script = new()
    {
        Name = "sign",
        FileName = "scripts/sign.js",
        Code = ScriptCode.JavaScript("the source", "run"),
        Input = new JsonSchema(static () => """{"type":"string","maxLength":40}"""u8),
        Output = new JsonContract<JsonValue>(JsonRead.TryAny, JsonEmit.Any, new JsonSchema(static () => """{"type":"string"}"""u8)),
    };

    private readonly FakeProvider _provider = new(static _ => Answer("[1]"));

    [Fact]
    public async Task The_runner_gets_the_script_with_its_arguments_as_an_array()
    {
        ScriptInvocation? seen = null;
        await RunAsync(new Runner((invocation, _) =>
        {
            seen = invocation;
            return Task.FromResult("\"ok\"");
        }), cancellation: Token);
        Assert.Equal(("the source", "scripts/sign.js", "run"), (seen!.Source, seen.FileName, seen.Function));
        Assert.Equal($"[\"{Argument}\"]", Encoding.UTF8.GetString(seen.Arguments.Span));
        Assert.Equal("ok", _provider.Only.Header("X-Signed"));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("not json")]
    [InlineData("")]
    public async Task A_result_that_is_not_declared_is_an_error_of_the_script(string result)
    {
        InteractorException failure = await FailAsync(Runner.Of(result));
        Assert.Equal(ErrorCode.ScriptError, failure.Code);
        Assert.NotEmpty(failure.Details);
        Assert.Empty(_provider.Requests);
    }

    [Fact]
    public async Task An_argument_that_is_not_declared_never_reaches_the_script()
    {
        Runner runner = new(static (_, _) => throw new InvalidOperationException("It was called."));
        InteractorException failure = await FailAsync(runner, new string('x', 41));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.DoesNotContain("xxx", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("'sign'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_runner_throws_is_an_error_of_the_script_without_its_words()
    {
        InteractorException failure = await FailAsync(new Runner(static (_, _) => throw new FormatException($"bad {Argument}")));
        Assert.Equal(ErrorCode.ScriptError, failure.Code);
        Assert.DoesNotContain(Argument, failure.Message, StringComparison.Ordinal);
        Assert.Contains("scripts/sign.js", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_of_the_runner_s_own_goes_through_with_its_place()
    {
        InteractorException failure = await FailAsync(new Runner(static (_, _) => throw new InteractorException(ErrorCode.ScriptError, "scripts/sign.js(3,5): threw")));
        Assert.Equal((ErrorCode.ScriptError, "scripts/sign.js(3,5): threw", "test/mini", "thing.get"), (failure.Code, failure.Message, failure.Connector, failure.Action));
    }

    [Fact]
    public async Task The_time_of_the_attempt_ends_a_script()
    {
        InteractorException failure = await FailAsync(Runner.Endless, options: new ActionOptions { Timeout = TimeSpan.FromMilliseconds(20) });
        Assert.Equal(ErrorCode.Timeout, failure.Code);
        Assert.Contains("'sign'", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_provider.Requests);
    }

    [Fact]
    public async Task The_time_of_the_action_ends_a_script_that_is_an_action()
    {
        ScriptAction<JsonValue, JsonValue> action = new()
        {
            Id = "thing.sign",
            Input = JsonContracts.Any,
            Output = JsonContracts.Any,
            Timeout = TimeSpan.FromMilliseconds(20),
            Call = static (input, _) => Script.With(input, "here"),
        };
        ActionExecutor executor = new(TestConnector.Make(action), OptionsFor(Runner.Endless));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(action, JsonValue.From(Argument), cancellationToken: Token));
        Assert.Equal(ErrorCode.Timeout, failure.Code);
    }

    [Fact]
    public async Task The_caller_s_cancellation_reaches_the_script()
    {
        using CancellationTokenSource source = new();
        TaskCompletionSource started = new();
        Runner runner = new(async (_, token) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return "";
        });
        Task call = RunAsync(runner, cancellation: source.Token);
        await started.Task.WaitAsync(Token);
        await source.CancelAsync();
        OperationCanceledException cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, cancelled.CancellationToken);
    }

    [Fact]
    public async Task A_run_is_a_span_and_a_metric_that_hold_no_value()
    {
        ConcurrentBag<string> seen = [];
        using ActivityListener activities = new()
        {
            ShouldListenTo = static source => source.Name == RuntimeTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => seen.Add($"{activity.DisplayName} {activity.Status} {string.Join(" ", activity.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}"))}"),
        };
        ActivitySource.AddActivityListener(activities);
        using MeterListener meters = new();
        meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Name == "interactor.script.duration")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => seen.Add($"{instrument.Name} {string.Join(" ", tags.ToArray())}"));
        meters.Start();

        await RunAsync(Runner.Of("\"ok\""), cancellation: Token);
        await FailAsync(Runner.Of("1"));

        Assert.Contains(seen, static s => s == "test/mini scripts.sign Unset interactor.connector=test/mini interactor.action=thing.get interactor.version=1.0.0 interactor.script=sign");
        Assert.Contains(seen, static s => s.StartsWith("test/mini scripts.sign Error", StringComparison.Ordinal) && s.EndsWith("interactor.error.code=script_error", StringComparison.Ordinal));
        Assert.Contains(seen, static s => s.StartsWith("interactor.script.duration", StringComparison.Ordinal) && s.Contains("[interactor.script, sign]", StringComparison.Ordinal));
        Assert.DoesNotContain(seen, static s => s.Contains(Argument, StringComparison.Ordinal));
    }

    private async Task<InteractorException> FailAsync(IScriptRunner runner, string argument = Argument, ActionOptions? options = null) =>
        await Assert.ThrowsAsync<InteractorException>(() => RunAsync(runner, argument, options, Token));

    private Task RunAsync(IScriptRunner runner, string argument = Argument, ActionOptions? options = null, CancellationToken cancellation = default)
    {
        RequestAction<JsonValue, JsonValue> action = Action();
        return new ActionExecutor(TestConnector.Make(action), OptionsFor(runner)).ExecuteAsync(action, JsonValue.From(argument), options, cancellation);
    }

    private ConnectorOptions OptionsFor(IScriptRunner runner)
    {
        ConnectorOptions options = TestConnector.Options(_provider);
        options.ScriptRunner = runner;
        return options;
    }

    private static RequestAction<JsonValue, JsonValue> Action() => new()
    {
        Id = "thing.get",
        Methods = ["key"],
        Input = JsonContracts.Any,
        Output = JsonContracts.Any,
        Server = "api",
        Method = "GET",
        BuildCalls = new(1, static (_, input, _) => Script.With(input, Interactor.Runtime.Expressions.ExpressionPlace.Caller("'scripts.sign(input)' in connector.yaml"))),
        Build = static (request, _, context) =>
        {
            request.Path("/v1/thing");
            request.Header("X-Signed", context.Result<JsonValue>(0).Element.GetString());
        },
    };

    private sealed class Runner(Func<ScriptInvocation, CancellationToken, Task<string>> run) : IScriptRunner
    {
        public static Runner Endless { get; } = new(static async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return "";
        });

        public static Runner Of(string result) => new((_, _) => Task.FromResult(result));

        public async ValueTask<ReadOnlyMemory<byte>> RunAsync(ScriptInvocation invocation, CancellationToken cancellationToken) =>
            Encoding.UTF8.GetBytes(await run(invocation, cancellationToken));
    }
}
