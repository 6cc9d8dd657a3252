namespace Interactor.Host.Executing;

/// <summary>The record of an execution as the database has it.</summary>
internal sealed class ExecutionRow
{
    public required string Id { get; init; }

    public required string Connector { get; init; }

    public required string Action { get; init; }

    public string? Version { get; init; }

    public string? Account { get; init; }

    public required long StartedAt { get; init; }

    public required long DurationUs { get; init; }

    public required long Status { get; init; }

    public string? Code { get; init; }

    public string? TraceId { get; init; }

    /// <summary>The attempts as JSON; null where they were not asked for.</summary>
    public string? Attempts { get; init; }
}
