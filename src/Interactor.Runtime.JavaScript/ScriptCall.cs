namespace Interactor.Runtime.JavaScript;

/// <summary>A function of a script and what it is called with.</summary>
/// <param name="Source">The script: one module of ECMAScript 2020 or later, which exports the function and imports nothing.</param>
/// <param name="FunctionName">The name that the module exports the function under.</param>
/// <param name="Arguments">The function's arguments as a JSON array in UTF-8.</param>
public sealed record ScriptCall(string Source, string FunctionName, ReadOnlyMemory<byte> Arguments)
{
    /// <summary>What the script is called in errors.</summary>
    public string FileName { get; init; } = "script.js";
}
