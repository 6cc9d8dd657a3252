using System.Diagnostics;
using Interactor.Runtime.Execution;

namespace Interactor.Runtime.Telemetry;

/// <summary>One call of an action as activity, metric and log. Where nobody listens it costs three checks.</summary>
internal readonly struct ActionObservation
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

    public static ActionObservation Start(ConnectorRuntime runtime, ActionDescriptor action)
    {
        Activity? activity = RuntimeTelemetry.Source.HasListeners()
            ? RuntimeTelemetry.Source.StartActivity($"{runtime.Connector.Address} {action.Id}", ActivityKind.Internal)
            : null;
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("interactor.connector", runtime.Connector.Address);
            activity.SetTag("interactor.action", action.Id);
            activity.SetTag("interactor.version", action.Version);
        }

        return new ActionObservation(runtime, action, activity, RuntimeTelemetry.ActionDuration.Enabled ? Stopwatch.GetTimestamp() : 0);
    }

    public void Finish(Exception? failure)
    {
        if (failure is not null and not OperationCanceledException)
        {
            RuntimeLog.ActionFailed(_runtime.Log, _runtime.Connector.Address, _action.Id, RuntimeTelemetry.ErrorOf(failure), (failure as InteractorException)?.Status, (failure as InteractorException)?.RequestId);
        }

        if (_started != 0)
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

        if (_activity is { } activity)
        {
            if (failure is not null)
            {
                activity.SetStatus(ActivityStatusCode.Error);
                activity.SetTag("interactor.error.code", RuntimeTelemetry.ErrorOf(failure));
            }

            activity.Dispose();
        }
    }
}
