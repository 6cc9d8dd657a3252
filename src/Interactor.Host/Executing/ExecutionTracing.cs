using System.Diagnostics;
using System.Globalization;
using Interactor.Runtime.Telemetry;

namespace Interactor.Host.Executing;

/// <summary>Listens to what the runtime says of its requests, and puts it to the record of the execution that they belong to.</summary>
internal sealed class ExecutionTracing : IDisposable
{
    // Each host has its own, although all of a process hear of all activities. A refresh that outlives its caller keeps the one that it began under.
    private readonly AsyncLocal<ExecutionRecord?> _record = new();
    private readonly ActivityListener _listener;

    public ExecutionTracing()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == RuntimeTelemetry.Name,

            // Requests only: the other activities are for those who trace, and cost every call where nobody does.
            Sample = static (ref ActivityCreationOptions<ActivityContext> options) => options.Kind == ActivityKind.Client ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = Stopped,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Begins an execution, to whose record the requests are put that are made from here on; the activity is null where nobody traces.</summary>
    public Activity? Begin(ExecutionRecord record)
    {
        _record.Value = record;
        return HostTelemetry.Source.StartActivity("interactor.host.execute", ActivityKind.Server);
    }

    public void Dispose() => _listener.Dispose();

    private void Stopped(Activity activity)
    {
        if (_record.Value is not { } record || activity.GetTagItem("http.request.method") is not string method || activity.GetTagItem("server.address") is not string host)
        {
            return;
        }

        int? status = activity.GetTagItem("http.response.status_code") is { } code ? Convert.ToInt32(code, CultureInfo.InvariantCulture) : null;
        ExecutionAttempt attempt = new(method, host, status, (long)activity.Duration.TotalMicroseconds, activity.GetTagItem("interactor.error.code") as string);
        record.Attempts.Enqueue(attempt);

        // Requests for a token belong to no version of an action, and change nothing that a caller asked for.
        if (activity.GetTagItem("interactor.version") is not null && activity.GetTagItem("interactor.request.sent") is not false)
        {
            record.Sent(attempt);
        }
    }
}
