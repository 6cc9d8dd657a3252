using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>A root of the scope.</summary>
/// <param name="Name">The name in expressions.</param>
/// <param name="CSharp">The C# that reaches it.</param>
public sealed record RootExpression(string Name, string CSharp, TypeModel Type, bool IsSecret) : TypedExpression(Type, IsSecret);
