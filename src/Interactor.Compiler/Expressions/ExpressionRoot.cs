using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>A name that expressions start from.</summary>
/// <param name="Name">The name in expressions: <c>input</c>, <c>variables</c>, <c>response</c>.</param>
/// <param name="Type">What it is; a <see cref="StructureTypeModel"/> for a root that is no value by itself.</param>
/// <param name="CSharp">What emitted code writes for the bare root: <c>input</c>, <c>context.Variables</c>.</param>
/// <param name="IsSecret">Everything reached through it is secret.</param>
public sealed record ExpressionRoot(string Name, TypeModel Type, string CSharp, bool IsSecret = false);
