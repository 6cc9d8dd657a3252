using Interactor.Runtime;

namespace Interactor.Host.Executing;

/// <summary>The execution that is under way here, and what awaits from here: what the runtime says of its requests is put to its record.</summary>
internal static class ExecutionScope
{
    private static readonly AsyncLocal<ExecutionRecord?> Current = new();

    /// <summary>The id of the request that the execution belongs to; null where none is under way.</summary>
    public static string? RequestId => Current.Value?.Id;

    /// <summary>Begins the part of an asynchronous method that belongs to an execution; it ends with the method.</summary>
    public static void Begin(ExecutionRecord record) => Current.Value = record;

    /// <summary>Puts a request that ended to the execution that made it.</summary>
    public static void Add(AttemptReport report)
    {
        if (Current.Value is not { } record)
        {
            return;
        }

        ExecutionAttempt attempt = new(report.Method, report.Host, report.Status, (long)report.Duration.TotalMicroseconds, report.Error is { } error ? ErrorCodeText.Of(error) : null);
        record.Ended(attempt);

        // Requests for a token change nothing that a caller asked for.
        if (report is { IsOfAction: true, WasSent: true })
        {
            record.Sent(attempt);
        }
    }
}
