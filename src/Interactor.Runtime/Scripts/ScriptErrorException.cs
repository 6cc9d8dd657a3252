namespace Interactor.Runtime;

/// <summary>
/// What a script in C# threw. The error is not the inner exception, because texts of it can hold what the script was given, and logs write out inner exceptions.
/// </summary>
public sealed class ScriptErrorException : Exception
{
    internal ScriptErrorException(Exception error)
        : base($"The script threw an error ({error.GetType().Name}).") => Error = error;

    /// <summary>The error itself, for the eyes of the script's author.</summary>
    public Exception Error { get; }
}
