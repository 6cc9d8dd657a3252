using System.Collections.Immutable;
using Interactor.Runtime;

namespace Interactor.Host.Executing;

/// <summary>What is remembered of one execution: nothing of what went in or came out.</summary>
internal sealed class ExecutionRecord
{
    // Many records wait to be written, most of them with one request: a queue would be ten times as large.
    private ImmutableArray<ExecutionAttempt> _attempts = [];

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
    public string? TraceId { get; set; }

    /// <summary>The requests to the provider, in the order in which they ended.</summary>
    public ImmutableArray<ExecutionAttempt> Attempts => _attempts;

    /// <summary>Whether a request of the action reached the provider, as far as anybody knows.</summary>
    public bool WasSent { get; private set; }

    /// <summary>Whether a request that may change something (RFC 9110, section 9.2.1) did, or may have.</summary>
    public bool MayHaveActed { get; private set; }

    /// <summary>Whether a failure leaves open whether the provider did what it was asked to.</summary>
    public static bool IsUnclear(ErrorCode code) => code is ErrorCode.Timeout or ErrorCode.Transient or ErrorCode.ContractViolation or ErrorCode.ScriptError;

    /// <summary>Takes notice of a request that ended, for a token too.</summary>
    public void Ended(ExecutionAttempt attempt) => ImmutableInterlocked.Update(ref _attempts, static (all, one) => all.Add(one), attempt);

    /// <summary>Takes notice of a request of the action that was sent.</summary>
    public void Sent(ExecutionAttempt attempt)
    {
        WasSent = true;
        MayHaveActed |= attempt.Method is not ("GET" or "HEAD" or "OPTIONS" or "TRACE")
            && (attempt.Error is null || (ErrorCodeText.TryParse(attempt.Error, out ErrorCode code) && IsUnclear(code)));
    }
}
