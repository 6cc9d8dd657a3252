using Interactor.Compiler.Expressions;

namespace Interactor.Compiler.Model;

/// <summary>A base URL by name.</summary>
public sealed record ServerModel(string Name, TypedExpression Url);
