namespace Interactor.Runtime.JavaScript;

/// <summary>One call of the script's console.</summary>
/// <param name="Level">The console's method: <c>debug</c>, <c>info</c>, <c>log</c>, <c>warn</c> or <c>error</c>.</param>
/// <param name="Text">The values: text as it is, others as JSON, joined by spaces.</param>
public sealed record ScriptLogLine(string Level, string Text);
