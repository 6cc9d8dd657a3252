namespace Interactor.Compiler.Expressions;

/// <summary>A static method of the runtime.</summary>
/// <param name="Class">The class, from <see cref="Emit.RuntimeNames"/>.</param>
/// <param name="Name">The method.</param>
public sealed record RuntimeMethod(string Class, string Name);
