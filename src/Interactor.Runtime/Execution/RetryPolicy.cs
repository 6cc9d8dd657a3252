using Interactor.Runtime.Telemetry;
using Polly;
using Polly.Retry;

namespace Interactor.Runtime.Execution;

/// <summary>
/// Repeats attempts by one set of rules. It is entered with the result of the first attempt, and only where that may be repeated,
/// so that a call that works the first time does not pass through it.
/// </summary>
internal sealed class RetryPolicy
{
    /// <summary>As long as a call waits for a provider. Whoever is told to wait longer fails at once: to ask earlier would be in vain.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly RetryRules _rules;
    private readonly ResiliencePipeline<AttemptResult> _pipeline;

    public RetryPolicy(RetryRules rules, ConnectorRuntime runtime)
    {
        _rules = rules;
        _pipeline = new ResiliencePipelineBuilder<AttemptResult> { TimeProvider = runtime.Time }
            .AddRetry(new RetryStrategyOptions<AttemptResult>
            {
                MaxRetryAttempts = rules.Attempts - 1,
                ShouldHandle = static arguments => new ValueTask<bool>(arguments.Outcome.Result is { IsRetryable: true } result && !(result.Failure?.RetryAfter > LongestWait)),
                DelayGenerator = arguments => new ValueTask<TimeSpan?>(WaitAfter(arguments.AttemptNumber, arguments.Outcome.Result.Failure)),
                OnRetry = arguments =>
                {
                    RuntimeLog.Retrying(runtime.Log, runtime.Connector.Address, arguments.Outcome.Result.Failure!.CodeText, arguments.RetryDelay.TotalMilliseconds);
                    return default;
                },
            })
            .Build();
    }

    /// <summary>Repeats until an attempt succeeds, fails for good, or the attempts are used up.</summary>
    public ValueTask<AttemptResult> RunAsync(RequestSender sender, OutgoingRequest request, AttemptResult first) =>
        _pipeline.ExecuteAsync(
            static (run, _) => run.NextAsync(),
            new Run(sender, request, first),
            request.Context.CancellationToken);

    /// <summary>What the provider asks for; else a random part of a bound that doubles (full jitter), so that clients do not come back together.</summary>
    private TimeSpan WaitAfter(int attempt, InteractorException? failure)
    {
        if (failure?.RetryAfter is { } asked)
        {
            return asked;
        }

        double bound = Math.Min(_rules.ExponentialCap.TotalMilliseconds, _rules.ExponentialBase.TotalMilliseconds * Math.Pow(2, Math.Min(attempt, 30)));
        return TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * bound);
    }

    private sealed class Run(RequestSender sender, OutgoingRequest request, AttemptResult first)
    {
        private bool _hasGivenFirst;

        public ValueTask<AttemptResult> NextAsync()
        {
            if (_hasGivenFirst)
            {
                return sender.AttemptAsync(request);
            }

            _hasGivenFirst = true;
            return new ValueTask<AttemptResult>(first);
        }
    }
}
