using System.Diagnostics;

namespace Interactor.Host.Executing;

/// <summary>The activities of the host: one for each execution. No attribute holds a secret, a path, a query or a body.</summary>
public static class HostTelemetry
{
    /// <summary>The name of the activity source.</summary>
    public const string Name = "Interactor.Host";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Begins the activity of an execution, where somebody listens; the record has the trace that the execution is a part of.</summary>
    internal static Activity? Begin(ExecutionRecord record)
    {
        Activity? activity = Source.StartActivity("interactor.host.execute");
        record.TraceId = Activity.Current?.TraceId.ToHexString();
        return activity;
    }

    /// <summary>Says of an activity how the execution ended.</summary>
    internal static void Finish(Activity? activity, ExecutionRecord record)
    {
        if (activity is null)
        {
            return;
        }

        activity.SetTag("interactor.request.id", record.Id);
        activity.SetTag("interactor.connector", record.Connector);
        activity.SetTag("interactor.action", record.Action);
        if (record.Code is { } code)
        {
            activity.SetStatus(ActivityStatusCode.Error);
            activity.SetTag("interactor.error.code", code);
        }
    }
}
