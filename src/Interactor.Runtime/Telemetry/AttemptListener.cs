using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Interactor.Runtime.Telemetry;

/// <summary>Tells whoever the options name of requests that ended.</summary>
/// <param name="ended">Who is told; null for nobody.</param>
/// <param name="connector">The address of the connector.</param>
/// <param name="log">Where it is logged that the listener failed.</param>
internal sealed class AttemptListener(Action<AttemptReport>? ended, string connector, ILogger log)
{
    public bool IsListening => ended is not null;

    /// <param name="action">What the request was for.</param>
    /// <param name="method">Its method.</param>
    /// <param name="host">The provider's host.</param>
    /// <param name="status">The status of the answer; null where none arrived.</param>
    /// <param name="started">When it began, by <see cref="Stopwatch"/>.</param>
    /// <param name="error">Why it failed; null for success.</param>
    public void Tell(string action, string method, string host, int? status, long started, ErrorCode? error)
    {
        try
        {
            ended?.Invoke(new AttemptReport(action, method, host, status, Stopwatch.GetElapsedTime(started), error));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            RuntimeLog.ReportFailed(log, connector, e.GetType().Name);
        }
    }
}
