namespace Interactor.Corpus.Running;

/// <summary>How one document fared: a line of the report.</summary>
internal sealed record DocumentResult
{
    public required string Id { get; init; }

    public required bool Passed { get; init; }

    /// <summary>The stage that failed: <c>import</c>, <c>generate</c>, <c>compile</c>; null where none did.</summary>
    public string? Stage { get; init; }

    public long DocumentBytes { get; init; }

    public long DefinitionBytes { get; init; }

    public long CodeBytes { get; init; }

    public int Actions { get; init; }

    public int Datatypes { get; init; }

    public required StageTimes Milliseconds { get; init; }

    /// <summary>The ids of the errors, with their counts.</summary>
    public IReadOnlyDictionary<string, int> Errors { get; init; } = new Dictionary<string, int>();

    /// <summary>The first errors, with their places.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>What the import says, by kind.</summary>
    public IReadOnlyDictionary<string, int> Findings { get; init; } = new Dictionary<string, int>();

    /// <summary>The largest working set of the process so far, in bytes.</summary>
    public long PeakBytes { get; init; }
}
