using Interactor.Host.Executing;

namespace Interactor.Host.Management;

/// <summary>One execution in a list: nothing of what went in or came out.</summary>
/// <param name="Id">Its id, the <c>requestId</c> of its answer.</param>
/// <param name="Connector">The address of the connector, <c>owner/id</c>.</param>
/// <param name="Action">The id of the action.</param>
/// <param name="Version">The version that was asked for; null for the newest.</param>
/// <param name="Account">The account; null where none was named.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
/// <param name="Status">The status of its answer; 499 where nobody waited for it.</param>
/// <param name="Code">Why it failed, of the closed set; null for success.</param>
public sealed record ExecutionItemBody(
    string Id, string Connector, string Action, string? Version, string? Account, DateTimeOffset StartedAt, double DurationMs, int Status, string? Code);

/// <summary>One execution with its requests.</summary>
/// <param name="Execution">What it was.</param>
/// <param name="TraceId">The trace that it is part of (W3C Trace Context); null for none.</param>
/// <param name="Attempts">The requests to the provider, in the order in which they ended.</param>
public sealed record ExecutionBody(ExecutionItemBody Execution, string? TraceId, IReadOnlyList<ExecutionAttempt> Attempts);
