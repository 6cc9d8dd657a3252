using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>A call of a static method of the runtime.</summary>
/// <param name="Place">What the method names when it fails; null for methods that cannot fail.</param>
public sealed record CallExpression(
    RuntimeMethod Method,
    EquatableArray<TypedExpression> Arguments,
    TypeModel Type,
    bool IsSecret,
    ExpressionPlace? Place = null) : TypedExpression(Type, IsSecret);
