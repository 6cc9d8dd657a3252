using Interactor.Runtime.Expressions;
using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Execution;

/// <summary>Scripts in C#: they run here, without a runner, and whatever becomes of them is one of the closed set of errors.</summary>
public sealed class CSharpScriptTests
{
    private const string Argument = "canary-of-the-argument";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static readonly JsonContract<string> Text = new(JsonRead.TryString, JsonEmit.String, new JsonSchema(static () => """{"type":"string","maxLength":40}"""u8));

    private readonly FakeProvider _provider = new(static _ => Answer("[1]"));

    [Fact]
    public async Task The_method_gets_its_argument_and_its_result_is_there()
    {
        await RunAsync((input, _, _) => new("signed " + input), cancellation: Token);
        Assert.Equal("signed " + Argument, _provider.Only.Header("X-Signed"));
    }

    [Fact]
    public async Task The_method_may_wait_and_knows_the_time_and_the_UUID_of_the_attempt()
    {
        FakeClock clock = new();
        ConnectorOptions options = Options();
        options.TimeProvider = clock;
        options.NewUuid = static () => "u-1";
        await RunAsync(
            async (input, context, token) =>
            {
                await Task.Yield();
                return $"{context.Now.ToUnixTimeSeconds()} {context.Uuid}";
            },
            options: options,
            cancellation: Token);
        Assert.Equal($"{clock.GetUtcNow().ToUnixTimeSeconds()} u-1", _provider.Only.Header("X-Signed"));
    }

    [Fact]
    public async Task A_script_may_take_nothing()
    {
        ScriptDescriptor<string> script = new() { Name = "now", FileName = "scripts/now.cs", Code = ScriptCode.CSharp(Text, static (_, _) => new ValueTask<string>("here")), Output = Text };
        ScriptAction<JsonValue, string> action = new() { Id = "thing.now", Input = JsonContracts.Any, Output = Text, Call = (_, _) => script.With("here") };
        Assert.Equal("here", await new ActionExecutor(TestConnector.Make(action), Options()).ExecuteAsync(action, JsonValue.Null, cancellationToken: Token));
    }

    [Fact]
    public async Task An_argument_that_is_not_declared_never_reaches_the_script()
    {
        InteractorException failure = await FailAsync(static (_, _, _) => throw new InvalidOperationException("It was called."), new string('x', 41));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.DoesNotContain("xxx", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_is_not_declared_is_an_error_of_the_script()
    {
        InteractorException failure = await FailAsync(static (_, _, _) => new(new string('x', 41)));
        Assert.Equal(ErrorCode.ScriptError, failure.Code);
        Assert.NotEmpty(failure.Details);
        Assert.DoesNotContain("xxx", failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(_provider.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_script_throws_is_an_error_without_its_words_and_its_stack(bool isLate)
    {
        InteractorException failure = await FailAsync(async (input, _, _) =>
        {
            if (isLate)
            {
                await Task.Yield();
            }

            throw new FormatException("bad " + input);
        });
        Assert.Equal((ErrorCode.ScriptError, "scripts/sign.cs: the script threw an error (FormatException)."), (failure.Code, failure.Message));
        Assert.DoesNotContain(Argument, failure.ToString(), StringComparison.Ordinal);
        Assert.Equal("bad " + Argument, Assert.IsType<ScriptErrorException>(failure.InnerException).Error.Message);
    }

    [Fact]
    public async Task An_error_says_the_line_where_the_file_is_known()
    {
        InteractorException failure = await FailAsync(static (_, _, _) => throw new FormatException(), fileName: "scripts/CSharpScriptTests.cs");
        Assert.Matches(@"^scripts/CSharpScriptTests\.cs\(\d+,\d+\): the script threw", failure.Message);
    }

    [Fact]
    public async Task A_script_cannot_throw_an_error_of_another_code()
    {
        InteractorException failure = await FailAsync(static (input, _, _) => throw new InteractorException(ErrorCode.AuthRevoked, input));
        Assert.Equal(ErrorCode.ScriptError, failure.Code);
        Assert.DoesNotContain(Argument, failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_time_of_the_attempt_ends_a_script_whether_it_looks_at_its_token_or_not(bool looks)
    {
        InteractorException failure = await FailAsync(
            async (_, _, token) =>
            {
                await Task.Delay(Timeout.Infinite, looks ? token : Token);
                return "";
            },
            call: new ActionOptions { Timeout = TimeSpan.FromMilliseconds(20) });
        Assert.Equal(ErrorCode.Timeout, failure.Code);
        Assert.Empty(_provider.Requests);
    }

    [Fact]
    public async Task A_token_that_a_script_was_given_is_given_to_nobody_else()
    {
        HashSet<CancellationToken> given = [];
        for (int i = 0; i < 50; i++)
        {
            await RunAsync(
                (_, _, token) =>
                {
                    Assert.True(given.Add(token));
                    return new("");
                },
                cancellation: Token);
        }
    }

    [Fact]
    public async Task A_cancellation_of_the_script_s_own_is_no_cancellation_of_the_call()
    {
        InteractorException failure = await FailAsync(static (_, _, _) => throw new OperationCanceledException());
        Assert.Equal(ErrorCode.ScriptError, failure.Code);
    }

    [Fact]
    public async Task The_caller_s_cancellation_reaches_the_script()
    {
        using CancellationTokenSource source = new();
        TaskCompletionSource started = new();
        Task call = RunAsync(
            async (_, _, token) =>
            {
                started.SetResult();
                await Task.Delay(Timeout.Infinite, token);
                return "";
            },
            cancellation: source.Token);
        await started.Task.WaitAsync(Token);
        await source.CancelAsync();
        OperationCanceledException cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, cancelled.CancellationToken);
    }

    private async Task<InteractorException> FailAsync(
        Func<string, ScriptContext, CancellationToken, ValueTask<string>> method, string argument = Argument, ActionOptions? call = null, string fileName = "scripts/sign.cs") =>
        await Assert.ThrowsAsync<InteractorException>(() => RunAsync(method, argument, call: call, fileName: fileName, cancellation: Token));

    private Task RunAsync(
        Func<string, ScriptContext, CancellationToken, ValueTask<string>> method,
        string argument = Argument,
        ConnectorOptions? options = null,
        ActionOptions? call = null,
        string fileName = "scripts/sign.cs",
        CancellationToken cancellation = default)
    {
        ScriptDescriptor<string> script = new() { Name = "sign", FileName = fileName, Code = ScriptCode.CSharp(Text, Text, method), Input = Text.Schema, Output = Text };
        RequestAction<JsonValue, JsonValue> action = new()
        {
            Id = "thing.get",
            Methods = ["key"],
            Input = JsonContracts.Any,
            Output = JsonContracts.Any,
            Server = "api",
            Method = "GET",
            BuildCalls = new(1, (_, input, _) => script.With(input, ExpressionPlace.Caller("'scripts.sign(input)' in connector.yaml"))),
            Build = static (request, _, context) =>
            {
                request.Path("/v1/thing");
                request.Header("X-Signed", context.Result<string>(0));
            },
        };
        return new ActionExecutor(TestConnector.Make(action), options ?? Options()).ExecuteAsync(action, JsonValue.From(argument), call, cancellation);
    }

    private ConnectorOptions Options() => TestConnector.Options(_provider);
}
