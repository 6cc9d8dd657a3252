using System.Diagnostics;
using Interactor.Runtime.Execution;

namespace Interactor.Runtime.Telemetry;

/// <summary>One call of an action as activity and metric. It exists only while somebody listens.</summary>
internal sealed class ActionObservation
{
    private readonly ConnectorRuntime _runtime;
    private readonly ActionDescriptor _action;
    private readonly Activity? _activity;
    private readonly long _started;

    private ActionObservation(ConnectorRuntime runtime, ActionDescriptor action, Activity? activity, long started)
    {
        _runtime = runtime;
        _action = action;
        _activity = activity;
        _started = started;
    }

    /// <summary>Begins to observe; null where nobody listens, which costs two checks.</summary>
    public static ActionObservation? Start(ConnectorRuntime runtime, ActionDescriptor action) =>
        RuntimeTelemetry.Source.HasListeners() || RuntimeTelemetry.ActionDuration.Enabled ? Begin(runtime, action) : null;

    public void Finish(Exception? failure)
    {
        if (RuntimeTelemetry.ActionDuration.Enabled)
        {
            TagList tags = new()
            {
                { "interactor.connector", _runtime.Connector.Address },
                { "interactor.action", _action.Id },
                { "interactor.version", _action.Version },
            };
            if (failure is not null)
            {
                tags.Add("interactor.error.code", RuntimeTelemetry.ErrorOf(failure));
            }

            RuntimeTelemetry.ActionDuration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, tags);
        }

        RuntimeTelemetry.End(_activity, failure);
    }

    private static ActionObservation Begin(ConnectorRuntime runtime, ActionDescriptor action)
    {
        Activity? activity = RuntimeTelemetry.Source.StartActivity($"{runtime.Connector.Address} {action.Id}", ActivityKind.Internal);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("interactor.connector", runtime.Connector.Address);
            activity.SetTag("interactor.action", action.Id);
            activity.SetTag("interactor.version", action.Version);
        }

        return new ActionObservation(runtime, action, activity, Stopwatch.GetTimestamp());
    }
}
