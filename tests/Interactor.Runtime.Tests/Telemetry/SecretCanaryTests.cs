using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Telemetry;
using Interactor.Runtime.Tests.Fakes;
using Microsoft.Extensions.Logging;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Telemetry;

public sealed class SecretCanaryTests
{
    private const string Query = "canary-in-the-query";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly ConcurrentBag<string> _seen = [];

    [Fact]
    public async Task No_secret_query_or_body_reaches_a_log_an_activity_a_metric_or_an_exception()
    {
        using ActivityListener activities = new()
        {
            ShouldListenTo = static source => source.Name == RuntimeTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _seen.Add($"activity {activity.DisplayName} {activity.StatusDescription} {string.Join(" ", activity.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}"))}"),
        };
        ActivitySource.AddActivityListener(activities);
        using MeterListener meters = new();
        meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == RuntimeTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => _seen.Add($"metric {instrument.Name} {string.Join(" ", tags.ToArray())}"));
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => _seen.Add($"metric {instrument.Name} {string.Join(" ", tags.ToArray())}"));
        meters.Start();

        foreach (int status in (int[])[200, 400, 401, 503])
        {
            await CallAsync(["key"], null, status);
            await CallAsync(["oauth"], TestConnector.Connected(), status);
            foreach (SecurityMethod method in CanaryMethods.All)
            {
                await CallAsync([method.Id], new Connection { Method = method.Id }, status);
            }
        }

        string all = string.Join("\n", _seen);
        Assert.DoesNotContain("canary", all, StringComparison.Ordinal);
        foreach (string expected in (string[])["interactor.connector=test/mini", "interactor.action=thing.get", "http.request.method=GET", "server.address=api.example.com", "interactor.error.code=transient", "interactor.attempt=1", "metric interactor.action.duration", "metric interactor.token.refreshes", "log ", "exception "])
        {
            Assert.Contains(expected, all, StringComparison.Ordinal);
        }
    }

    private async Task CallAsync(string[] methods, Connection? connection, int status)
    {
        FakeProvider provider = new(request => Answer(
            JsonSerializer.Serialize(new Dictionary<string, string> { ["echo"] = string.Join(" ", request.Headers.Values) + request.Body, ["error"] = TestConnector.Secret }),
            status,
            ("WWW-Authenticate", "Digest realm=r, nonce=n, qop=auth")));
        ConnectorOptions options = TestConnector.Options(provider, connection);
        options.LoggerFactory = new Log(_seen);
        ErrorRule[] rules = [new() { When = static (response, _) => response.Status == 400, Code = ErrorCode.ProviderError, Message = static (response, _) => response.Body.Element.GetProperty("echo").GetString(), ProviderCode = static (response, _) => response.Body.Element.GetProperty("error").GetString() }];
        try
        {
            await new ActionExecutor(TestConnector.Make([.. TestConnector.Methods(), .. CanaryMethods.All]), options).ExecuteAsync(
                TestActions.Get(
                    static (request, _, _) =>
                    {
                        request.Path("/v1/thing");
                        request.Query("q", Query);
                    },
                    methods,
                    rules),
                JsonValue.Null,
                cancellationToken: Token);
        }
        catch (InteractorException e)
        {
            _seen.Add($"exception {e} {e.ProviderCode} {e.RequestId} {string.Join(" ", e.Details)}");
        }
    }

    private sealed class Log(ConcurrentBag<string> seen) : ILoggerFactory, ILogger
    {
        public void AddProvider(ILoggerProvider provider)
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            seen.Add($"log {formatter(state, exception)} {exception}");
    }
}
