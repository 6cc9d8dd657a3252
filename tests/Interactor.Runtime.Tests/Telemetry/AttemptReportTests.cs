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
