using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>A list of items that have the type <paramref name="ItemType"/> each.</summary>
public sealed record ListExpression(TypeModel ItemType, EquatableArray<TypedExpression> Items)
    : TypedExpression(new ListTypeModel(ItemType), Items.Any(i => i.IsSecret));
