using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Execution;

public sealed class TimeoutTests
{
    [Fact]
    public async Task An_attempt_ends_with_its_time()
    {
        FakeClock clock = new();
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => clock.RunAsync(
            Executor(clock).ExecuteAsync(TestActions.Get(timeout: TimeSpan.FromSeconds(9)), JsonValue.Null, cancellationToken: TestContext.Current.CancellationToken)));
        Assert.Equal(ErrorCode.Timeout, failure.Code);
        Assert.Equal(TimeSpan.FromSeconds(9), Assert.Single(clock.Waits));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_may_shorten_the_time(bool inBody)
    {
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => Executor(null, inBody).ExecuteAsync(
            TestActions.Get(), JsonValue.Null, new ActionOptions { Timeout = TimeSpan.FromMilliseconds(30) }, TestContext.Current.CancellationToken));
        Assert.Equal(ErrorCode.Timeout, failure.Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_callers_cancellation_is_not_a_timeout(bool isUnlimited)
    {
        using CancellationTokenSource stop = new(30);
        OperationCanceledException cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Executor(null).ExecuteAsync(
            TestActions.Get(), JsonValue.Null, isUnlimited ? new ActionOptions { Timeout = Timeout.InfiniteTimeSpan } : null, stop.Token));
        Assert.Equal(stop.Token, cancelled.CancellationToken);
    }

    [Fact]
    public async Task A_cancelled_caller_sends_nothing()
    {
        FakeProvider provider = new(static _ => FakeProvider.Status(200));
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(provider));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => executor.ExecuteAsync(TestActions.Get(), JsonValue.Null, null, new CancellationToken(canceled: true)));
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task A_deadline_of_one_call_never_ends_another()
    {
        FakeProvider provider = new(static async (request, token) =>
        {
            await Task.Delay(request.Url.EndsWith("/never", StringComparison.Ordinal) ? Timeout.Infinite : 15, token);
            return FakeProvider.Answer("1");
        });
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(provider));
        for (int i = 0; i < 20; i++)
        {
            Task<JsonValue> hasty = executor.ExecuteAsync(
                TestActions.Get(static (request, _, _) => request.Path("/never")), JsonValue.Null, new ActionOptions { Timeout = TimeSpan.FromMilliseconds(1 + (i % 10)) }, TestContext.Current.CancellationToken);
            Task<JsonValue> patient = executor.ExecuteAsync(TestActions.Get(), JsonValue.Null, null, TestContext.Current.CancellationToken);
            await patient;
            await Assert.ThrowsAsync<InteractorException>(() => hasty);
        }
    }

    private static ActionExecutor Executor(FakeClock? clock, bool inBody = false) => new(
        TestConnector.Make(),
        TestConnector.Options(
            new FakeProvider(async (_, token) =>
            {
                if (!inBody)
                {
                    await Task.Delay(Timeout.Infinite, token);
                }

                return new HttpResponseMessage { Content = new StreamContent(new EndlessStream()) };
            }),
            clock: clock));

    private sealed class EndlessStream : MemoryStream
    {
        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
