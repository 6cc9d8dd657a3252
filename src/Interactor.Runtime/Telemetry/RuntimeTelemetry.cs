using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Interactor.Runtime.Telemetry;

/// <summary>
/// The runtime's activities and metrics, by the OpenTelemetry semantic conventions for HTTP and with <c>interactor.*</c> attributes. No attribute holds a secret,
/// a path, a query or a body.
/// </summary>
public static class RuntimeTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Interactor.Runtime";

    internal static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    internal static readonly Histogram<double> ActionDuration =
        Meter.CreateHistogram<double>("interactor.action.duration", "s", "How long calls of actions took, waits between attempts included.");

    internal static readonly Histogram<double> AttemptDuration =
        Meter.CreateHistogram<double>("interactor.attempt.duration", "s", "How long single attempts of requests took.");

    internal static readonly Histogram<double> ScriptDuration =
        Meter.CreateHistogram<double>("interactor.script.duration", "s", "How long runs of scripts took.");

    private static readonly Counter<long> Refreshes =
        Meter.CreateCounter<long>("interactor.token.refreshes", "{refresh}", "How often a new token was asked for.");

    internal static void CountRefresh(string connector, string? error)
    {
        if (Refreshes.Enabled)
        {
            TagList tags = new() { { "interactor.connector", connector } };
            if (error is not null)
            {
                tags.Add("interactor.error.code", error);
            }

            Refreshes.Add(1, tags);
        }
    }

    /// <summary>Ends an activity.</summary>
    /// <param name="activity">The activity; null where nobody wanted one.</param>
    /// <param name="failure">What went wrong; null for success.</param>
    internal static void End(Activity? activity, Exception? failure)
    {
        if (activity is not null && failure is not null)
        {
            activity.SetStatus(ActivityStatusCode.Error);
            activity.SetTag("interactor.error.code", ErrorOf(failure));
        }

        activity?.Dispose();
    }

    internal static string ErrorOf(Exception failure) => failure switch
    {
        InteractorException e => e.CodeText,
        OperationCanceledException => "cancelled",
        _ => failure.GetType().Name,
    };
}
