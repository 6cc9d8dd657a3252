using Interactor.Runtime;
using Interactor.Runtime.JavaScript;

namespace Interactor.Testing.Loading;

/// <summary>What runs the scripts of loaded connectors: one engine for the process, which starts nothing before the first script.</summary>
public static class SharedScripts
{
    /// <summary>For <see cref="ConnectorOptions.ScriptRunner"/>.</summary>
    public static IScriptRunner Runner { get; } = new JavaScriptEngine();

    /// <summary>What a script itself said when it failed. It can hold what the script was given, so it is for the eyes of its author.</summary>
    public static string? WordsOf(InteractorException failure) =>
        failure is not { Code: ErrorCode.ScriptError, InnerException: { } inner } ? null : inner switch
        {
            ScriptException { ScriptMessage: { Length: > 0 } words } => words,
            ScriptErrorException { Error.Message: { Length: > 0 } words } => words,
            _ => null,
        };
}
