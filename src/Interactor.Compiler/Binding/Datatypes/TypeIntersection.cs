using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>The type of a value that two schemas describe together: the narrower of the two.</summary>
internal static class TypeIntersection
{
    /// <returns>Null when no value is of both.</returns>
    public static TypeModel? Of(TypeModel left, TypeModel right)
    {
        if (left is AnyTypeModel || right is AnyTypeModel)
        {
            return left is AnyTypeModel ? right : left;
        }

        TypeModel? common = OfNonNull(left.AsNonNull(), right.AsNonNull());
        return left.IsNullable && right.IsNullable ? common?.AsNullable() : common;
    }

    private static TypeModel? OfNonNull(TypeModel left, TypeModel right) => (left, right) switch
    {
        _ when left == right => left,
        (ListTypeModel l, ListTypeModel r) => Of(l.Items, r.Items) is { } items ? new ListTypeModel(items) : null,
        (MapTypeModel l, MapTypeModel r) => Of(l.Values, r.Values) is { } values ? new MapTypeModel(values) : null,
        _ when IsWithin(left, right) => left,
        _ when IsWithin(right, left) => right,
        _ => null,
    };

    // Unions and bases are looked into by the validator only: the value is of the type that says more.
    private static bool IsWithin(TypeModel narrow, TypeModel wide) => (narrow, wide) switch
    {
        (NamedTypeModel { Kind: NamedTypeKind.Enum } or TimestampTypeModel or DateTypeModel or UuidTypeModel or BytesTypeModel, StringTypeModel) => true,
        (BytesTypeModel, BytesTypeModel) => true,
        (NamedTypeModel { Kind: NamedTypeKind.IntegerEnum }, IntegerTypeModel or NumberTypeModel) => true,
        (IntegerTypeModel l, IntegerTypeModel r) => l.Width < r.Width,
        (NumberTypeModel { Kind: NumberKind.UInt64 }, IntegerTypeModel) => true,
        (IntegerTypeModel, NumberTypeModel) => true,
        (NumberTypeModel { Kind: NumberKind.Single or NumberKind.Decimal or NumberKind.UInt64 }, NumberTypeModel { Kind: NumberKind.Double }) => true,
        (NamedTypeModel { Kind: NamedTypeKind.Record or NamedTypeKind.Base or NamedTypeKind.Union }, MapTypeModel) => true,
        (NamedTypeModel { Kind: NamedTypeKind.Tuple or NamedTypeKind.Union }, ListTypeModel) => true,
        (NamedTypeModel, NamedTypeModel { Kind: NamedTypeKind.Union }) => true,
        (StringTypeModel or TimestampTypeModel or DateTypeModel or UuidTypeModel or BytesTypeModel or IntegerTypeModel or NumberTypeModel or BooleanTypeModel, NamedTypeModel { Kind: NamedTypeKind.Union }) => true,
        _ => false,
    };
}
