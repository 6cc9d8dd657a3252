using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>
/// An expression whose every part has a type and a meaning: what emitters print. The hierarchy is closed; values compare by
/// content and carry no spans. A nullable <c>any</c> does not occur: <c>any</c> holds JSON null itself.
/// </summary>
/// <param name="Type">The type; never a nullable <see cref="AnyTypeModel"/>.</param>
/// <param name="IsSecret">The value may flow to a host in egress only.</param>
public abstract record TypedExpression(TypeModel Type, bool IsSecret);
