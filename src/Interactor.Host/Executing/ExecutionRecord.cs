using System.Collections.Concurrent;

namespace Interactor.Host.Executing;

/// <summary>What is remembered of one execution: nothing of what went in or came out.</summary>
internal sealed class ExecutionRecord
{
    /// <summary>Its id, which the answer calls <c>requestId</c>.</summary>
    public required string Id { get; init; }

    public required string Environment { get; init; }

    public required string Connector { get; init; }

    public required string Action { get; init; }

    public string? Version { get; init; }

    public string? Account { get; init; }

    /// <summary>When it began, in milliseconds since 1970.</summary>
    public required long StartedAt { get; init; }

    /// <summary>How long it took, in microseconds.</summary>
    public long DurationUs { get; set; }

    /// <summary>The status of the answer.</summary>
    public long Status { get; set; }

    /// <summary>Why it failed, of the closed set; null for success.</summary>
    public string? Code { get; set; }

    /// <summary>The trace that it is part of (W3C Trace Context).</summary>
    public string? TraceId { get; init; }

    /// <summary>The requests to the provider, in the order in which they ended.</summary>
    public ConcurrentQueue<ExecutionAttempt> Attempts { get; } = new();
}
