using System.Diagnostics;

namespace Interactor.Runtime.Telemetry;

/// <summary>One run of a script as activity and metric. It exists only while somebody listens.</summary>
internal sealed class ScriptObservation
{
    private readonly ActionContext _context;
    private readonly ScriptDescriptor _script;
    private readonly Activity? _activity;
    private readonly long _started;

    private ScriptObservation(ActionContext context, ScriptDescriptor script, Activity? activity, long started)
    {
        _context = context;
        _script = script;
        _activity = activity;
        _started = started;
    }

    /// <summary>Begins to observe; null where nobody listens, which costs two checks.</summary>
    public static ScriptObservation? Start(ActionContext context, ScriptDescriptor script) =>
        RuntimeTelemetry.Source.HasListeners() || RuntimeTelemetry.ScriptDuration.Enabled ? Begin(context, script) : null;

    public void Finish(Exception? failure)
    {
        if (RuntimeTelemetry.ScriptDuration.Enabled)
        {
            TagList tags = new()
            {
                { "interactor.connector", _context.Runtime.Connector.Address },
                { "interactor.script", _script.Name },
            };
            if (failure is not null)
            {
                tags.Add("interactor.error.code", RuntimeTelemetry.ErrorOf(failure));
            }

            RuntimeTelemetry.ScriptDuration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, tags);
        }

        RuntimeTelemetry.End(_activity, failure);
    }

    private static ScriptObservation Begin(ActionContext context, ScriptDescriptor script)
    {
        Activity? activity = RuntimeTelemetry.Source.StartActivity($"{context.Runtime.Connector.Address} scripts.{script.Name}", ActivityKind.Internal);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("interactor.connector", context.Runtime.Connector.Address);
            activity.SetTag("interactor.action", context.Action?.Id);
            activity.SetTag("interactor.version", context.Action?.Version);
            activity.SetTag("interactor.script", script.Name);
        }

        return new ScriptObservation(context, script, activity, Stopwatch.GetTimestamp());
    }
}
