namespace Interactor.Runtime.JavaScript;

/// <summary>Why a script gave no result.</summary>
public enum ScriptFailure
{
    /// <summary>The script threw, or its function's promise was rejected.</summary>
    Threw,

    /// <summary>The source is not a JavaScript module.</summary>
    Invalid,

    /// <summary>The module does not export the function.</summary>
    NoFunction,

    /// <summary>The module or the function waits for a promise that nothing settles.</summary>
    NeverSettled,

    /// <summary>The result is larger than <see cref="JavaScriptOptions.MaxResultChars"/>.</summary>
    ResultTooLarge,

    /// <summary>The script took longer than <see cref="JavaScriptOptions.Timeout"/>.</summary>
    Timeout,

    /// <summary>The script needs more than <see cref="JavaScriptOptions.MemoryBytes"/>.</summary>
    OutOfMemory,

    /// <summary>The script's calls or values are nested more deeply than <see cref="JavaScriptOptions.StackBytes"/> allows.</summary>
    StackOverflow,

    /// <summary>Scripts cannot run here: Node.js is absent or too old, or the package was built without its engine.</summary>
    Unavailable,

    /// <summary>The process that runs scripts ended or answered nonsense, twice in a row.</summary>
    Crashed,
}
