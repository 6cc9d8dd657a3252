using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>A JSON object that is written out.</summary>
public sealed record ObjectExpression(EquatableArray<ObjectEntry> Entries)
    : TypedExpression(new AnyTypeModel(), Entries.Any(e => e.Value.IsSecret));

/// <param name="Value">Any value.</param>
/// <param name="OmitNull">Null leaves the member out.</param>
public sealed record ObjectEntry(string Name, TypedExpression Value, bool OmitNull);
