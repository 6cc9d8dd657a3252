namespace Interactor.Runtime.JavaScript;

/// <summary>
/// A script gave no result. The message says why and where, and never repeats what the script was given or what it says;
/// that is in <see cref="ScriptMessage"/>.
/// </summary>
public sealed class ScriptException : Exception
{
    /// <summary>A failure with its reason and a sentence for people.</summary>
    public ScriptException(ScriptFailure failure, string message, Exception? inner = null)
        : base(message, inner)
    {
        Failure = failure;
    }

    /// <summary>Why there is no result.</summary>
    public ScriptFailure Failure { get; }

    /// <summary>The error's name and message as the script or the engine gave them; null where none did. A script can put its arguments there, secrets included.</summary>
    public string? ScriptMessage { get; init; }

    /// <summary>The line in the script, from 1; null where it is not known.</summary>
    public int? Line { get; init; }

    /// <summary>The column in the script, from 1; null where it is not known.</summary>
    public int? Column { get; init; }

    /// <summary>What the script wrote to its console before it failed.</summary>
    public ScriptLog Log { get; init; } = ScriptLog.Empty;
}
