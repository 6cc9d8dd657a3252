namespace Interactor.Runtime.JavaScript;

/// <summary>What a script wrote to its console. It can hold the script's arguments, secrets included, so it is for its author and not for a log.</summary>
/// <param name="Lines">The lines in their order.</param>
/// <param name="IsCut">Whether more was written than <see cref="JavaScriptOptions.MaxLogChars"/> or 1,000 lines allow.</param>
public sealed record ScriptLog(IReadOnlyList<ScriptLogLine> Lines, bool IsCut)
{
    /// <summary>No line.</summary>
    public static ScriptLog Empty { get; } = new([], IsCut: false);
}
