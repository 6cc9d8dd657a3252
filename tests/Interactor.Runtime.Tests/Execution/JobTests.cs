using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using Interactor.Runtime.Xml;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;
using static Interactor.Runtime.Tests.Fakes.JobActions;

namespace Interactor.Runtime.Tests.Execution;

/// <summary>An action that begins a job gives what comes out of it, and fails as it fails.</summary>
public sealed class JobTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static readonly (string, string) Location = ("Location", "/v1/jobs/7?a=b");

    private readonly FakeClock _clock = new();

    [Fact]
    public async Task The_last_answer_about_the_job_is_the_output()
    {
        FakeProvider provider = new(_ => Status(202, Location), _ => Answer("""{"state":"running"}"""), static _ => Answer("""{"state":"done","n":1}"""));
        Assert.Equal("""{"state":"done","n":1}""", (await RunAsync(provider, Action(Rules()))).ToString());
        Assert.Equal(
            ["POST https://api.example.com/v1/reports", "GET https://api.example.com/v1/jobs/7?a=b", "GET https://api.example.com/v1/jobs/7?a=b"],
            provider.Requests.Select(static request => $"{request.Method} {request.Url}"));
        Assert.All(provider.Requests, static request => Assert.Equal(TestConnector.Secret, request.Header("X-Key")));
        Assert.Equal([5, 5], _clock.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task The_result_may_have_a_request_of_its_own()
    {
        FakeProvider provider = new(_ => Status(202, Location), _ => Answer("""{"state":"done","result":"r9"}"""), static _ => Answer("[1,2]"));
        Assert.Equal("[1,2]", (await RunAsync(provider, Action(Rules(hasResult: true)))).ToString());
        Assert.Equal("https://api.example.com/v1/results/r9", provider.Requests[^1].Url);
    }

    [Fact]
    public async Task Untyped_callers_get_the_last_answer_as_its_bytes()
    {
        FakeProvider provider = new(_ => Status(202, Location), static _ => Answer("""{ "state": "done" }"""));
        ActionExecutor executor = new(TestConnector.Make(Action(Rules())), TestConnector.Options(provider, clock: _clock));
        ReadOnlyMemory<byte> output = await _clock.RunAsync(executor.ExecuteAsync("report.create", null, default, cancellationToken: Token));
        Assert.Equal("""{ "state": "done" }""", System.Text.Encoding.UTF8.GetString(output.Span));
    }

    [Fact]
    public async Task An_answer_that_began_no_job_is_the_output()
    {
        FakeProvider provider = new(static _ => Answer("""{"n":3}"""));
        Assert.Equal("""{"n":3}""", (await RunAsync(provider, Action(Rules(when: static (job, _) => job.Started.Status == 202)))).ToString());
        Assert.Single(provider.Requests);
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_null_where_no_schema_says_otherwise()
    {
        FakeProvider provider = new(static _ =>
        {
            HttpResponseMessage accepted = Body("Accepted."u8.ToArray(), "text/plain", 202);
            accepted.Headers.TryAddWithoutValidation("Location", "/v1/jobs/7");
            return accepted;
        }, static _ => Answer("""{"state":"done"}"""));
        Assert.Equal("""{"state":"done"}""", (await RunAsync(provider, Action(Rules()))).ToString());
    }

    [Fact]
    public async Task Answers_in_XML_are_read_by_their_shapes()
    {
        XmlShapes shapes = new("""{"Thing":{"type":"object","properties":{"name":{"type":"string"},"size":{"type":"number","xml":{"nodeType":"attribute"}}}}}""");
        JobRules<JsonValue, Thing, Thing> rules = new()
        {
            Started = Thing.Contract,
            StartedXml = shapes.Of("Thing"),
            Status = Thing.Contract,
            StatusXml = shapes.Of("Thing"),
            Request = new() { Server = "api", Method = "GET", Build = static (request, job, _) => request.Path("/v1/jobs/" + job.Started.Body.Name) },
            Done = static (job, _) => job.Status.Body.Size == 2,
            Result = new() { Server = "api", Method = "GET", Build = static (request, _, _) => request.Path("/v1/result") },
        };
        FakeProvider provider = new(
            static _ => Body("<job size='1'><name>j1</name></job>"u8.ToArray(), "application/xml", 202),
            static _ => Body("{\"name\":\"j1\",\"size\":1}"u8.ToArray(), "application/xml"),
            static _ => Body("<job size='2'><name>j1</name></job>"u8.ToArray(), "text/plain"),
            static _ => Answer("[1]"));
        Assert.Equal("[1]", (await RunAsync(provider, Action(rules))).ToString());
        Assert.Equal("https://api.example.com/v1/jobs/j1", provider.Requests[2].Url);
        Assert.StartsWith("application/xml", provider.Requests[2].Header("Accept"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_see_the_last_answer_about_a_job_as_the_schema_has_it()
    {
        XmlShapes shapes = new("""{"Job":{"type":"object","properties":{"n":{"type":"number"},"state":{"type":"string"}}}}""");
        RequestAction<JsonValue, JsonValue> action = new()
        {
            Id = "report.create",
            Effect = ActionEffect.Write,
            Methods = ["key"],
            Input = JsonContracts.Any,
            Output = JsonContracts.Any,
            Server = "api",
            Method = "POST",
            BodyKind = ResponseBodyKind.Xml,
            Xml = shapes.Of("Job"),
            Job = Rules(),
            Errors = [new ErrorRule { On = ErrorRuleScope.Success, When = static (response, _) => response.Body.TryGetMember("n", out JsonValue n) && n.Kind == System.Text.Json.JsonValueKind.Number, Code = ErrorCode.Conflict }],
            Build = static (request, _, _) => request.Path("/v1/reports"),
        };
        FakeProvider provider = new(
            static _ =>
            {
                HttpResponseMessage accepted = Body("<job><state>begun</state></job>"u8.ToArray(), "application/xml", 202);
                accepted.Headers.TryAddWithoutValidation("Location", "/v1/jobs/7");
                return accepted;
            },
            static _ => Body("<job><n>1</n><state>done</state></job>"u8.ToArray(), "application/xml"));
        Assert.Equal(ErrorCode.Conflict, (await FailAsync(provider, action)).Code);
        Assert.StartsWith("application/xml", provider.Requests[1].Header("Accept"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_does_not_fit_its_schema_is_a_violation_of_the_contract()
    {
        JobRules<JsonValue, Thing, JsonValue> rules = new()
        {
            Started = Thing.Contract,
            Request = new() { Method = "GET", Build = static (request, _, _) => request.Url("/never") },
            Done = static (_, _) => true,
        };
        FakeProvider provider = new(_ => Status(202, Location));
        Assert.Equal(ErrorCode.ContractViolation, (await FailAsync(provider, Action(rules))).Code);
        Assert.Single(provider.Requests);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 1)]
    [InlineData("Fri, 02 Jan 2026 03:04:35 GMT", 30)]
    [InlineData("soon", 5)]
    public async Task The_provider_says_when_to_ask_again(string header, int seconds)
    {
        FakeProvider provider = new(_ => Status(202, Location, ("Retry-After", header)), static _ => Answer("""{"state":"done"}"""));
        await RunAsync(provider, Action(Rules()));
        Assert.Equal(seconds, Assert.Single(_clock.Waits).TotalSeconds);
    }

    [Fact]
    public async Task Each_answer_may_say_where_and_when_to_ask_next()
    {
        FakeProvider provider = new(
            _ => Status(202, Location), _ => Answer("{}", 202, ("Location", "https://a.login.example.com/other"), ("Retry-After", "20")), static _ => Answer("""{"state":"done"}"""));
        await RunAsync(provider, Action(Rules()));
        Assert.Equal("https://a.login.example.com/other", provider.Requests[^1].Url);
        Assert.Equal([5, 20], _clock.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_failed_job_is_the_error_that_it_means()
    {
        FakeProvider provider = new(
            _ => Status(202, Location), _ => Answer("""{"state":"failed","code":"E7","why":"Too large: SECRET"}""".Replace("SECRET", TestConnector.Secret, StringComparison.Ordinal), 200, ("X-Request-Id", "q1")));
        InteractorException failure = await FailAsync(provider, Action(Rules()));
        Assert.Equal((ErrorCode.Conflict, "E7", 200, "q1"), (failure.Code, failure.ProviderCode, failure.Status, failure.RequestId));
        Assert.StartsWith("Too large: ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(TestConnector.Secret, failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(("test/mini", "report.create"), (failure.Connector, failure.Action));
    }

    [Fact]
    public async Task A_message_that_cannot_be_worked_out_does_not_hide_the_failure()
    {
        FakeProvider provider = new(_ => Status(202, Location), static _ => Answer("""{"state":"lost"}"""));
        InteractorException failure = await FailAsync(provider, Action(Rules()));
        Assert.Equal((ErrorCode.ProviderError, "The job that the provider began failed."), (failure.Code, failure.Message));
    }

    [Fact]
    public async Task A_job_has_until_its_deadline()
    {
        FakeProvider provider = new(_ => Status(202, Location), static _ => Answer("""{"state":"running"}"""));
        InteractorException failure = await FailAsync(provider, Action(Rules(deadline: TimeSpan.FromSeconds(17))));
        Assert.Equal(ErrorCode.Timeout, failure.Code);
        Assert.Contains("17 seconds", failure.Message, StringComparison.Ordinal);
        Assert.Equal(4, provider.Requests.Count);
        Assert.Equal(15, _clock.Waits.Sum(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_wait_beyond_the_deadline_is_not_begun()
    {
        FakeProvider provider = new(_ => Status(202, Location, ("Retry-After", "86400")));
        Assert.Equal(ErrorCode.Timeout, (await FailAsync(provider, Action(Rules()))).Code);
        Assert.Single(provider.Requests);
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task The_deadline_ends_a_request_and_its_repetitions_too()
    {
        int asked = 0;
        FakeProvider provider = new(async (_, cancellationToken) =>
        {
            if (asked++ == 0)
            {
                return Status(202, Location);
            }

            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        });
        InteractorException failure = await FailAsync(provider, Action(Rules(every: TimeSpan.FromSeconds(1), deadline: TimeSpan.FromSeconds(20)), retry: TestActions.Retry));
        Assert.Equal(ErrorCode.Timeout, failure.Code);
        Assert.Contains("within 20 seconds", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example.org/jobs/7")]
    [InlineData("//evil.example.org/jobs/7")]
    [InlineData("http://api.example.com/jobs/7")]
    [InlineData("https://api.example.com@evil.test/")]
    [InlineData("https://user@api.example.com/jobs/7")]
    [InlineData("https://127.0.0.1/jobs/7")]
    [InlineData("https://2130706433/jobs/7")]
    [InlineData("https://[::ffff:169.254.169.254]/jobs/7")]
    [InlineData("https://10.0.0.8/jobs/7")]
    public async Task A_job_elsewhere_is_not_asked_about(string link)
    {
        foreach (string[] methods in (string[][])[["key"], []])
        {
            FakeProvider provider = new(_ => Status(202, ("Location", link)), static _ => Answer("""{"state":"done"}"""));
            InteractorException failure = await FailAsync(provider, Action(Rules(), methods));
            Assert.Equal(ErrorCode.AuthDenied, failure.Code);
            Assert.Single(provider.Requests);
        }
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://")]
    public async Task What_is_no_link_is_an_error_of_the_provider(string link)
    {
        FakeProvider provider = new(_ => Status(202, ("Location", link)));
        Assert.Equal(ErrorCode.ProviderError, (await FailAsync(provider, Action(Rules()))).Code);
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task Questions_are_repeated_although_the_action_writes()
    {
        FakeProvider provider = new(_ => Status(202, Location), _ => Status(503), static _ => Answer("""{"state":"done"}"""));
        await RunAsync(provider, Action(Rules(), retry: TestActions.Retry));
        Assert.Equal(3, provider.Requests.Count);

        FakeProvider posted = new(_ => Status(202, Location), static _ => Status(503));
        Assert.Equal(ErrorCode.Transient, (await FailAsync(posted, Action(Rules(method: "POST"), retry: TestActions.Retry))).Code);
        Assert.Equal(2, posted.Requests.Count);
    }

    [Fact]
    public async Task A_token_that_expires_on_the_way_is_refreshed()
    {
        FakeProvider provider = new(
            _ => Status(202, Location), _ => Status(401), _ => Answer("""{"access_token":"t2","expires_in":3600}"""), _ => Answer("""{"state":"running"}"""), static _ => Answer("""{"state":"done"}"""));
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(provider, TestConnector.Connected(), _clock));
        await _clock.RunAsync(executor.ExecuteAsync(Action(Rules(), ["oauth"]), JsonValue.Null, cancellationToken: Token));
        Assert.Equal(["Bearer t2", "Bearer t2"], provider.Requests[^2..].Select(static request => request.Header("Authorization")));
        Assert.Equal(5, provider.Requests.Count);
    }

    [Fact]
    public async Task An_error_of_a_question_is_that_of_the_action()
    {
        FakeProvider provider = new(_ => Status(202, Location), static _ => Status(404));
        Assert.Equal(ErrorCode.NotFound, (await FailAsync(provider, Action(Rules()))).Code);
    }

    [Fact]
    public async Task Only_requests_that_write_carry_an_idempotency_key()
    {
        FakeProvider provider = new(_ => Status(202, Location), static _ => Answer("""{"state":"done"}"""));
        await RunAsync(provider, Action(Rules(), idempotency: ActionIdempotency.Key), new ActionOptions { IdempotencyKey = "k" });
        Assert.Equal(["k", null], provider.Requests.Select(static request => request.Header("Idempotency-Key")));

        FakeProvider posted = new(_ => Status(202, Location), _ => Answer("{}"), static _ => Answer("""{"state":"done"}"""));
        await RunAsync(posted, Action(Rules(method: "POST"), idempotency: ActionIdempotency.Key), new ActionOptions { IdempotencyKey = "k" });
        Assert.Equal(["k", "k-status-1", "k-status-2"], posted.Requests.Select(static request => request.Header("Idempotency-Key")));
    }

    [Fact]
    public async Task The_caller_can_stop_while_a_job_is_awaited()
    {
        using CancellationTokenSource stop = new();
        TaskCompletionSource asked = new();
        FakeProvider provider = new(_ => Status(202, Location), _ =>
        {
            asked.TrySetResult();
            return Answer("""{"state":"running"}""");
        });
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(provider, clock: _clock));
        Task<JsonValue> work = executor.ExecuteAsync(Action(Rules(every: TimeSpan.FromMilliseconds(1))), JsonValue.Null, cancellationToken: stop.Token);
        Task<JsonValue> run = _clock.RunAsync(work);
        await asked.Task.WaitAsync(Token);
        await stop.CancelAsync();
        OperationCanceledException cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.IsNotType<InteractorException>(cancelled);
    }

    private async Task<JsonValue> RunAsync(FakeProvider provider, RequestAction<JsonValue, JsonValue> action, ActionOptions? options = null)
    {
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(provider, clock: _clock));
        return await _clock.RunAsync(executor.ExecuteAsync(action, JsonValue.Null, options, Token));
    }

    private async Task<InteractorException> FailAsync(FakeProvider provider, RequestAction<JsonValue, JsonValue> action) =>
        await Assert.ThrowsAsync<InteractorException>(() => RunAsync(provider, action));
}
