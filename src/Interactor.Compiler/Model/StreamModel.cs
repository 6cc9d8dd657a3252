namespace Interactor.Compiler.Model;

/// <summary>How an answer is handed on while it arrives.</summary>
public sealed record StreamModel(StreamKind Kind)
{
    /// <summary>The line, or the data of an event, that no item follows.</summary>
    public string? End { get; init; }

    /// <summary>The types of the events that are items; empty for all.</summary>
    public EquatableArray<string> Types { get; init; }
}

public enum StreamKind
{
    Lines,
    Events,
    Bytes,
}
