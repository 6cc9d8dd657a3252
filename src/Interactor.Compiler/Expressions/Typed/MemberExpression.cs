using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>A member that C# reaches directly.</summary>
/// <param name="Target">Never null at run time.</param>
/// <param name="Suffix">What C# appends to the target: <c>.Id</c>, <c>.Text("site")</c>.</param>
public sealed record MemberExpression(TypedExpression Target, string Suffix, TypeModel Type, bool IsSecret) : TypedExpression(Type, IsSecret);
