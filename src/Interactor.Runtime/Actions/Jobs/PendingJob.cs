using System.Text.Json;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Json;

namespace Interactor.Runtime;

/// <summary>
/// A job that a provider began and whose end was not awaited: <see cref="InteractorException.Job"/> gives it, and <see cref="ActionOptions.Job"/> goes on with
/// it. It holds what the provider answered: keep it as safely as that.
/// </summary>
public sealed record PendingJob
{
    /// <summary>The connector's address, <c>owner/id</c>.</summary>
    public required string Connector { get; init; }

    /// <summary>The id of the action that began the job.</summary>
    public required string Action { get; init; }

    /// <summary>The version of the action.</summary>
    public required string Version { get; init; }

    /// <summary>The answer that began the job.</summary>
    public required PendingJobAnswer Started { get; init; }

    /// <summary>The last answer about the job; null before the first one.</summary>
    public PendingJobAnswer? Last { get; init; }

    /// <summary>How often the provider was asked about the job.</summary>
    public int Questions { get; init; }

    /// <summary>The record as UTF-8 JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, JobJson.Default.PendingJob);

    /// <summary>The record from what <see cref="ToJson"/> gave.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: the text is something else. The failure names the members, and no value.</exception>
    public static PendingJob FromJson(ReadOnlySpan<byte> utf8) =>
        KeptRecord.Read(utf8, JobJson.Default.PendingJob, "The pending job");

    /// <summary>Says whose job it is, and nothing that the provider answered.</summary>
    public override string ToString() => $"PendingJob {{ Connector = {Connector}, Action = {Action}, Version = {Version} }}";
}
