using System.Diagnostics;
using System.Globalization;
using Interactor.Runtime.Telemetry;

namespace Interactor.Host.Executing;

/// <summary>Listens to what the runtime says of its requests, and puts it to the record of the execution that they belong to.</summary>
internal sealed class ExecutionTracing : IDisposable
{
    private const string RecordProperty = "interactor.execution";

    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = static source => source.Name is RuntimeTelemetry.Name or HostTelemetry.Name,
        Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        ActivityStopped = Stopped,
    };

    public ExecutionTracing() => ActivitySource.AddActivityListener(_listener);

    /// <summary>Begins the activity of an execution, to which what the runtime does until its end is put.</summary>
    public static Activity? Begin(ExecutionRecord record)
    {
        Activity? activity = HostTelemetry.Source.StartActivity("interactor.host.execute", ActivityKind.Server);
        activity?.SetCustomProperty(RecordProperty, record);
        return activity;
    }

    public void Dispose() => _listener.Dispose();

    private static void Stopped(Activity activity)
    {
        if (activity.GetTagItem("http.request.method") is string method && activity.GetTagItem("server.address") is string host && RecordOf(activity.Parent) is { } record)
        {
            int? status = activity.GetTagItem("http.response.status_code") is { } code ? Convert.ToInt32(code, CultureInfo.InvariantCulture) : null;
            record.Attempts.Enqueue(new ExecutionAttempt(method, host, status, (long)activity.Duration.TotalMicroseconds, activity.GetTagItem("interactor.error.code") as string));
        }
    }

    private static ExecutionRecord? RecordOf(Activity? activity)
    {
        for (; activity is not null; activity = activity.Parent)
        {
            if (activity.GetCustomProperty(RecordProperty) is ExecutionRecord record)
            {
                return record;
            }
        }

        return null;
    }
}
