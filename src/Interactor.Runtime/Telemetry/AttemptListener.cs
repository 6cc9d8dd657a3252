using Microsoft.Extensions.Logging;

namespace Interactor.Runtime.Telemetry;

/// <summary>Tells whoever the options name of requests that ended.</summary>
/// <param name="ended">Who is told; null for nobody.</param>
/// <param name="connector">The address of the connector.</param>
/// <param name="log">Where it is logged that the listener failed.</param>
internal sealed class AttemptListener(Action<AttemptReport>? ended, string connector, ILogger log)
{
    public bool IsListening => ended is not null;

    public void Tell(in AttemptReport report)
    {
        try
        {
            ended?.Invoke(report);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            RuntimeLog.ReportFailed(log, connector, e.GetType().Name);
        }
    }
}
