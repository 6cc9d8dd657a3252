using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>What a script gave that was called before the expressions of its place are worked out.</summary>
/// <param name="Index">The number of the call in its place.</param>
public sealed record ScriptResultExpression(int Index, TypeModel Type, bool IsSecret) : TypedExpression(Type, IsSecret);
