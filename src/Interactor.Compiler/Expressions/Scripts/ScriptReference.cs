namespace Interactor.Compiler.Expressions;

/// <summary>Where the generated code has a script.</summary>
/// <param name="Class">The class that holds the scripts of the connector.</param>
/// <param name="Member">The property.</param>
public sealed record ScriptReference(string Class, string Member);
