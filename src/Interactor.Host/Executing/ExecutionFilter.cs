namespace Interactor.Host.Executing;

/// <summary>Which executions are asked for; what is null matches every one.</summary>
/// <param name="Connector">The address of the connector.</param>
/// <param name="Action">The id of the action.</param>
/// <param name="Account">The account.</param>
/// <param name="Code">Why it failed.</param>
/// <param name="HasFailed">Whether it failed.</param>
/// <param name="From">Not before this time.</param>
/// <param name="To">Before this time.</param>
internal sealed record ExecutionFilter(string? Connector, string? Action, string? Account, string? Code, bool? HasFailed, DateTimeOffset? From, DateTimeOffset? To);
