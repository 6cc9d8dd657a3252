using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>A map of values that have the type <paramref name="ValueType"/> each.</summary>
public sealed record MapExpression(TypeModel ValueType, EquatableArray<MapEntry> Entries)
    : TypedExpression(new MapTypeModel(ValueType), Entries.Any(e => e.Value.IsSecret));

/// <param name="Key">The key; unique in its map.</param>
public sealed record MapEntry(string Key, TypedExpression Value);
