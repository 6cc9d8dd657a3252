using Interactor.Compiler.Expressions;

namespace Interactor.Compiler.Model;

/// <summary>A JSON value with expressions in it.</summary>
public abstract record TemplateModel;

/// <summary>JSON text without any expression.</summary>
public sealed record LiteralTemplate(string Json) : TemplateModel;

public sealed record ExpressionTemplate(TypedExpression Value) : TemplateModel;

public sealed record ObjectTemplate(EquatableArray<TemplateEntry> Entries) : TemplateModel;

public sealed record ArrayTemplate(EquatableArray<TemplateModel> Items) : TemplateModel;

/// <param name="OmitNull">An expression that gives null leaves the member out instead of writing null.</param>
public sealed record TemplateEntry(string Name, TemplateModel Value, bool OmitNull);
