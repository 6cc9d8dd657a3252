namespace Interactor.Runtime;

/// <summary>A function of a script and what it is called with.</summary>
/// <param name="Source">The script: one module of ECMAScript 2020 or later, which exports the function.</param>
/// <param name="FileName">What the script is called in errors.</param>
/// <param name="Function">The name that the module exports the function under.</param>
/// <param name="Arguments">The function's arguments as a JSON array in UTF-8.</param>
public sealed record ScriptInvocation(string Source, string FileName, string Function, ReadOnlyMemory<byte> Arguments);
