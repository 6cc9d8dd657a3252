using Interactor.Host.Connectors;
using Interactor.Host.Workspace;
using Interactor.Runtime;

namespace Interactor.Host.Executing;

/// <summary>Which action somebody wants executed, where, and for whom.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Connector">The connector.</param>
/// <param name="Action">The action.</param>
/// <param name="Version">The version that the caller pinned; null for none.</param>
/// <param name="Account">The account; null for none.</param>
internal sealed record ActionCall(HostEnvironment Environment, HostedConnector Connector, ActionDescriptor Action, string? Version, string? Account)
{
    /// <summary>Is told of the record before anything else happens; null for nobody.</summary>
    public Action<ExecutionRecord>? Begun { get; init; }

    /// <summary>The caller's name for this one call, so that its repetitions do not act again; null for none.</summary>
    public string? IdempotencyKey { get; init; }
}
