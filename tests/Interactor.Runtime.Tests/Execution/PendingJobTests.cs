using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;
using static Interactor.Runtime.Tests.Fakes.JobActions;

namespace Interactor.Runtime.Tests.Execution;

/// <summary>A job whose end was not awaited is left with the failure, and a later call goes on with it.</summary>
public sealed class PendingJobTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static readonly (string, string) Location = ("Location", "/v1/jobs/7");

    private readonly FakeClock _clock = new();

    [Fact]
    public async Task A_later_call_goes_on_where_a_question_failed()
    {
        FakeProvider provider = new(
            _ => Answer("""{"id":"7"}""", 202, Location),
            _ => Answer("""{"state":"running"}""", 200, ("Location", "/v1/jobs/7b")),
            _ => Status(400),
            static _ => Answer("""{"state":"done","n":1}"""));
        InteractorException failure = await FailAsync(provider, Action(Rules()));
        PendingJob job = PendingJob.FromJson(failure.Job!.ToJson());
        Assert.Equal(("test/mini", "report.create", "1.0.0", 202, 2), (job.Connector, job.Action, job.Version, job.Started.Status, job.Questions));
        Assert.Equal("""{"id":"7"}"""u8.ToArray(), job.Started.Body.ToArray());
        Assert.DoesNotContain("jobs", job.ToString() + job.Started, StringComparison.Ordinal);

        _clock.Waits.Clear();
        Assert.Equal("""{"state":"done","n":1}""", (await RunAsync(provider, Action(Rules()), new ActionOptions { Job = job })).ToString());
        Assert.Equal("GET https://api.example.com/v1/jobs/7b", $"{provider.Requests[^1].Method} {provider.Requests[^1].Url}");
        Assert.Equal(4, provider.Requests.Count);
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task A_job_outlives_its_deadline_and_the_failure_of_its_result()
    {
        FakeProvider provider = new(
            _ => Status(202, Location, ("Retry-After", "86400")), _ => Answer("""{"state":"done","result":"r9"}"""), _ => Status(404), _ => Answer("""{"state":"done","result":"r9"}"""), static _ => Answer("[1]"));
        RequestAction<JsonValue, JsonValue> action = Action(Rules(hasResult: true));
        InteractorException late = await FailAsync(provider, action);
        Assert.Equal(ErrorCode.Timeout, late.Code);
        InteractorException missing = await FailAsync(provider, action, new ActionOptions { Job = late.Job });
        Assert.Equal(ErrorCode.NotFound, missing.Code);
        Assert.Equal("[1]", (await RunAsync(provider, action, new ActionOptions { Job = missing.Job })).ToString());
    }

    [Fact]
    public async Task Typed_by_its_name_or_not_a_job_goes_on()
    {
        FakeProvider provider = new(_ => Status(202, Location), _ => Status(400), static _ => Answer("""{"state":"done"}"""));
        ActionExecutor executor = new(TestConnector.Make(Action(Rules())), TestConnector.Options(provider, clock: _clock));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => _clock.RunAsync(executor.ExecuteAsync("report.create", null, default, cancellationToken: Token)));
        ReadOnlyMemory<byte> output = await _clock.RunAsync(executor.ExecuteAsync("report.create", null, default, new ActionOptions { Job = failure.Job }, Token));
        Assert.Equal("""{"state":"done"}"""u8.ToArray(), output.ToArray());
    }

    [Fact]
    public async Task A_job_that_failed_is_over()
    {
        FakeProvider provider = new(_ => Status(202, Location), static _ => Answer("""{"state":"failed"}"""));
        Assert.Null((await FailAsync(provider, Action(Rules()))).Job);
        FakeProvider none = new(static _ => Status(400));
        Assert.Null((await FailAsync(none, Action(Rules()))).Job);
    }

    [Fact]
    public async Task Keys_of_questions_go_on_too()
    {
        FakeProvider provider = new(_ => Status(202, Location), _ => Answer("{}"), _ => Status(400), static _ => Answer("""{"state":"done"}"""));
        RequestAction<JsonValue, JsonValue> action = Action(Rules(method: "POST"), idempotency: ActionIdempotency.Key);
        InteractorException failure = await FailAsync(provider, action, new ActionOptions { IdempotencyKey = "k" });
        await RunAsync(provider, action, new ActionOptions { IdempotencyKey = "k", Job = failure.Job });
        Assert.Equal(["k", "k-status-1", "k-status-2", "k-status-3"], provider.Requests.Select(static request => request.Header("Idempotency-Key")));
    }

    [Fact]
    public async Task Only_its_own_action_goes_on_with_a_job()
    {
        FakeProvider provider = new(static _ => Answer("1"));
        PendingJob job = new()
        {
            Connector = "test/mini",
            Action = "report.delete",
            Version = "1.0.0",
            Started = new() { Status = 202, Headers = new Dictionary<string, string>(), Body = default },
        };
        ActionOptions options = new() { Job = job };
        Assert.Contains("'report.delete' 1.0.0", (await FailAsync(provider, Action(Rules()), options)).Message, StringComparison.Ordinal);
        Assert.Contains("begins no job", (await FailAsync(provider, TestActions.Get(), options)).Message, StringComparison.Ordinal);
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(provider));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => executor.DownloadAsync(StreamActions.Download(), JsonValue.Null, options, Token));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task A_job_that_was_changed_leads_nowhere_else()
    {
        FakeProvider provider = new(_ => Status(202, Location), _ => Status(400), static _ => Answer("""{"state":"done"}"""));
        PendingJob job = (await FailAsync(provider, Action(Rules()))).Job!;
        job = job with { Started = job.Started with { Headers = new Dictionary<string, string> { ["Location"] = "https://evil.example.org/jobs/7" } } };
        Assert.Equal(ErrorCode.AuthDenied, (await FailAsync(provider, Action(Rules()), new ActionOptions { Job = job })).Code);
        Assert.Equal(2, provider.Requests.Count);
    }

    [Theory]
    [InlineData("\"started\":null", "/started is missing")]
    [InlineData("\"started\":{\"status\":5000,\"headers\":{},\"body\":\"\"}", "/started/status is no status")]
    [InlineData("\"started\":{\"status\":-1,\"headers\":{},\"body\":\"\"}", "/started/status is no status")]
    [InlineData("\"started\":{\"status\":202,\"headers\":null,\"body\":\"\"}", "/started/headers is missing")]
    [InlineData("\"started\":{\"status\":202,\"headers\":{\"Location\":null},\"body\":\"\"}", "/started/headers/Location has no value")]
    [InlineData("\"last\":{\"status\":500,\"headers\":{},\"body\":\"\"}", "/last/status is no status")]
    [InlineData("\"last\":{\"status\":200,\"headers\":null,\"body\":\"\"}", "/last/headers is missing")]
    [InlineData("\"questions\":-1", "/questions is less than zero")]
    public async Task What_is_not_as_it_was_kept_is_refused_by_its_name(string change, string message)
    {
        FakeProvider provider = new(static _ => Answer("""{"state":"done"}"""));
        string started = "\"started\":{\"status\":202,\"headers\":{\"Location\":\"/v1/jobs/7\"},\"body\":\"\"},";
        string text = $$"""{"connector":"test/mini","action":"report.create","version":"1.0.0",{{(change.StartsWith("\"started", StringComparison.Ordinal) ? "" : started)}}{{change}}}""";
        PendingJob job = PendingJob.FromJson(System.Text.Encoding.UTF8.GetBytes(text));
        InteractorException failure = await FailAsync(provider, Action(Rules()), new ActionOptions { Job = job });
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.Equal(message[..message.IndexOf(' ', StringComparison.Ordinal)], Assert.Single(failure.Details).Pointer);
        Assert.Empty(provider.Requests);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("{\"connector\":", "")]
    [InlineData("{}", "/connector", "/action", "/version", "/started")]
    [InlineData("{\"connector\":\"c\",\"action\":\"a\",\"version\":\"1\",\"started\":{\"status\":202}}", "/started/headers", "/started/body")]
    [InlineData("{\"connector\":\"c\",\"action\":\"a\",\"version\":\"1\",\"started\":{\"status\":202,\"headers\":{},\"body\":\"hunter2!\"}}", "/started/body")]
    [InlineData("{\"connector\":\"c\",\"action\":\"a\",\"version\":\"1\",\"started\":{\"status\":202,\"headers\":{\"a.b/c\":[\"hunter2!\"]},\"body\":\"\"}}", "/started/headers/a.b~1c")]
    [InlineData("{\"connector\":\"c\",\"action\":\"a\",\"version\":\"1\",\"started\":{\"status\":\"hunter2!\",\"headers\":{},\"body\":\"\"}}", "/started/status")]
    public void What_is_no_job_that_was_kept_is_refused_by_the_names_of_its_members(string text, params string[] pointers)
    {
        InteractorException failure = Assert.Throws<InteractorException>(() => PendingJob.FromJson(System.Text.Encoding.UTF8.GetBytes(text)));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.Equal(pointers, failure.Details.Select(static detail => detail.Pointer));
        Assert.StartsWith("The pending job is not as it was kept: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(pointers[0].Length == 0 ? "is no JSON object" : pointers[0], failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/jobs/8", "-5", "https://api.example.com/v1/jobs/8")]
    [InlineData("", "x", null)]
    [InlineData("a\r\nb: c", "0", null)]
    public async Task A_link_and_a_wait_of_somebody_else_s_are_those_of_a_provider(string link, string wait, string? url)
    {
        FakeProvider provider = new(static _ => Answer("""{"state":"done"}"""));
        PendingJob job = new()
        {
            Connector = "test/mini",
            Action = "report.create",
            Version = "1.0.0",
            Started = new() { Status = 202, Headers = new Dictionary<string, string> { ["Location"] = link, ["Retry-After"] = wait }, Body = default },
        };
        if (url is null)
        {
            Assert.Contains((await FailAsync(provider, Action(Rules()), new ActionOptions { Job = job })).Code, (ErrorCode[])[ErrorCode.ContractViolation, ErrorCode.ProviderError]);
        }
        else
        {
            await RunAsync(provider, Action(Rules()), new ActionOptions { Job = job });
        }

        Assert.Equal(url, provider.Requests.SingleOrDefault()?.Url);
    }

    [Fact]
    public async Task Questions_of_an_action_without_rules_are_repeated()
    {
        FakeProvider provider = new(
            _ => Status(202, Location), _ => throw new HttpRequestException(HttpRequestError.ConnectionError), _ => Status(503), _ => Status(429, ("Retry-After", "1")), static _ => Answer("""{"state":"done"}"""));
        await RunAsync(provider, Action(Rules()));
        Assert.Equal(5, provider.Requests.Count);

        FakeProvider posted = new(_ => Status(202, Location), static _ => Status(503));
        InteractorException failure = await FailAsync(posted, Action(Rules(method: "POST")));
        Assert.Equal((ErrorCode.Transient, 2), (failure.Code, posted.Requests.Count));
        Assert.NotNull(failure.Job);
    }

    [Fact]
    public async Task A_link_that_the_provider_does_not_give_breaks_its_contract()
    {
        JobRules<JsonValue> rules = new JobRules<JsonValue, JsonValue, JsonValue>
        {
            Request = new() { Method = "GET", Build = static (request, job, _) => request.Url(job.Started.Headers.TryGetValue("Location", out string? link) ? link : null) },
            Done = static (_, _) => true,
        };
        InteractorException failure = await FailAsync(new FakeProvider(static _ => Status(202)), Action(rules));
        Assert.Equal((ErrorCode.ContractViolation, "The provider gave no URL for the request, or one with a control character."), (failure.Code, failure.Message));
    }

    private async Task<JsonValue> RunAsync(FakeProvider provider, RequestAction<JsonValue, JsonValue> action, ActionOptions? options = null)
    {
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(provider, clock: _clock));
        return await _clock.RunAsync(executor.ExecuteAsync(action, JsonValue.Null, options, Token));
    }

    private async Task<InteractorException> FailAsync(FakeProvider provider, RequestAction<JsonValue, JsonValue> action, ActionOptions? options = null) =>
        await Assert.ThrowsAsync<InteractorException>(() => RunAsync(provider, action, options));
}
