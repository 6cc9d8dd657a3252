using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using Interactor.Runtime.Telemetry;
using Microsoft.Extensions.Logging;

namespace Interactor.Runtime.Tests.Telemetry;

/// <summary>Hears all that the runtime says: logs of every level with their scopes and values, activities, measurements, event sources; and takes exceptions apart.</summary>
internal sealed class Listening : EventListener, ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public Listening()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name.StartsWith("Interactor", StringComparison.Ordinal),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Hear,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == RuntimeTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Hear("metric", instrument.Name, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Hear("metric", instrument.Name, tags));
        _meters.Start();
    }

    public IReadOnlyCollection<string> Heard => _heard;

    /// <summary>All that an exception says, and those inside of it.</summary>
    public void Hear(Exception exception)
    {
        _heard.Enqueue("exception " + exception);
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            _heard.Enqueue($"exception {e.GetType().Name} {e.Message} {e.Source} {e.HelpLink}");
            foreach (DictionaryEntry data in e.Data)
            {
                _heard.Enqueue($"exception data {data.Key} {data.Value}");
            }

            if (e is InteractorException own)
            {
                _heard.Enqueue($"exception {own.Code} {own.ProviderCode} {own.RequestId} {own.Connector} {own.Action} {string.Join(' ', own.Details)}");
            }
        }
    }

    /// <summary>What a value says of itself.</summary>
    public void Hear(object? value) => _heard.Enqueue($"value {value}");

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _heard.Enqueue($"scope {state} {Values(state)}");
        return null;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _heard.Enqueue($"log {formatter(state, exception)} {Values(state)}");
        if (exception is not null)
        {
            Hear(exception);
        }
    }

    public override void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
        base.Dispose();
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name.StartsWith("Interactor", StringComparison.Ordinal))
        {
            EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData) => _heard.Enqueue($"event {eventData.Message} {string.Join(' ', eventData.Payload ?? [])}");

    private void Hear(Activity activity)
    {
        Hear("activity", $"{activity.DisplayName} {activity.OperationName} {activity.StatusDescription}", activity.TagObjects.ToArray());
        Hear("baggage", "", activity.Baggage.Select(static pair => new KeyValuePair<string, object?>(pair.Key, pair.Value)).ToArray());
        foreach (ActivityEvent occurred in activity.Events)
        {
            Hear("activity event", occurred.Name, occurred.Tags.ToArray());
        }
    }

    private void Hear(string kind, string name, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string text = $"{kind} {name}";
        foreach ((string key, object? value) in tags)
        {
            text += $" {key}={value}";
        }

        _heard.Enqueue(text);
    }

    private static string Values<TState>(TState state) =>
        state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(static value => $"{value.Key}={value.Value}")) : "";
}
