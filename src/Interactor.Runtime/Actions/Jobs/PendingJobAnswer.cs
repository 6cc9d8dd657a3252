namespace Interactor.Runtime;

/// <summary>An answer of a provider, as it is kept with a <see cref="PendingJob"/>.</summary>
public sealed record PendingJobAnswer
{
    /// <summary>The status code, 200–299.</summary>
    public required int Status { get; init; }

    /// <summary>The headers by name.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The bytes of the body.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Says the status, and nothing that the provider answered.</summary>
    public override string ToString() => $"PendingJobAnswer {{ Status = {Status} }}";
}
