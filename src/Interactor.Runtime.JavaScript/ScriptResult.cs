namespace Interactor.Runtime.JavaScript;

/// <summary>What a script's function returned.</summary>
/// <param name="Json">The result as UTF-8 JSON; <c>null</c> where the function returned nothing.</param>
/// <param name="Log">What the script wrote to its console.</param>
public sealed record ScriptResult(ReadOnlyMemory<byte> Json, ScriptLog Log);
