using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Telemetry;

/// <summary>What is told of the end of each request.</summary>
public sealed class AttemptReportTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly FakeClock _clock = new();
    private readonly List<AttemptReport> _reports = [];

    [Fact]
    public async Task Each_attempt_is_told_with_its_end()
    {
        FakeProvider provider = new(static _ => Status(503), static _ => throw new HttpRequestException("down"), static _ => Answer("[1]"));
        await RunAsync(provider, _reports.Add);
        Assert.Equal([(503, ErrorCode.Transient), (null, ErrorCode.Transient), (200, null)], _reports.Select(static report => (report.Status, report.Error)));
        Assert.All(_reports, static report => Assert.Equal(("GET", "api.example.com", "thing.get"), (report.Method, report.Host, report.Action)));
    }

    [Fact]
    public async Task An_attempt_that_the_caller_cancels_has_neither_status_nor_error()
    {
        using CancellationTokenSource stop = new();
        FakeProvider provider = new(_ =>
        {
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        });
        await Assert.ThrowsAsync<OperationCanceledException>(() => Executor(provider, _reports.Add).ExecuteAsync(TestActions.Get(), JsonValue.Null, null, stop.Token));
        Assert.Equal((null, null), (Assert.Single(_reports).Status, _reports[0].Error));
    }

    [Fact]
    public async Task After_a_redirect_the_host_is_the_one_that_it_led_to()
    {
        FakeProvider provider = new(
            static _ => Status(302, ("Location", "https://a.login.example.com/x")), static _ => throw new HttpRequestException(HttpRequestError.NameResolutionError, "unknown"));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
            () => Executor(provider, _reports.Add).ExecuteAsync(TestActions.Get(), JsonValue.Null, cancellationToken: Token));
        Assert.Equal("The exchange with a.login.example.com failed on the network (NameResolutionError).", failure.Message);
        AttemptReport report = Assert.Single(_reports);
        Assert.Equal(("a.login.example.com", true), (report.Host, report.WasSent));

        await RunAsync(new FakeProvider(static _ => Status(302, ("Location", "https://a.login.example.com/x")), static _ => Answer("[1]")), _reports.Add);
        Assert.Equal(("a.login.example.com", 200), (_reports[1].Host, _reports[1].Status));
    }

    [Fact]
    public async Task One_who_listens_and_fails_does_not_fail_the_call() =>
        Assert.Equal("[1]", (await RunAsync(new FakeProvider(static _ => Answer("[1]")), static _ => throw new InvalidOperationException("x"))).ToString());

    private Task<JsonValue> RunAsync(FakeProvider provider, Action<AttemptReport> ended) =>
        _clock.RunAsync(Executor(provider, ended).ExecuteAsync(TestActions.Get(retry: TestActions.Retry), JsonValue.Null, cancellationToken: Token));

    private ActionExecutor Executor(FakeProvider provider, Action<AttemptReport> ended)
    {
        ConnectorOptions options = TestConnector.Options(provider, clock: _clock);
        options.AttemptEnded = ended;
        return new ActionExecutor(TestConnector.Make(), options);
    }
}
