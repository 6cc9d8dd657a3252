using Interactor.Compiler.Emit;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>The type that two values share, and how a value becomes one of it.</summary>
internal static class TypeUnion
{
    /// <summary>The narrowest common type, or null when there is none. An empty literal takes the type of the other side.</summary>
    public static TypeModel? Of(TypedExpression left, TypedExpression right)
    {
        bool isLeftOpen = IsEmptyLiteral(left) && left.Type.GetType() == right.Type.GetType();
        bool isRightOpen = IsEmptyLiteral(right) && left.Type.GetType() == right.Type.GetType();
        return isLeftOpen ? right.Type : isRightOpen ? left.Type : Of(left.Type, right.Type);
    }

    /// <summary>The common type of several values; <c>any</c> when they have none.</summary>
    public static TypeModel OfAll(IReadOnlyList<TypedExpression> items)
    {
        TypedExpression[] telling = [.. items.Where(i => !IsEmptyLiteral(i))];
        TypeModel? type = (telling.Length > 0 ? telling : items).FirstOrDefault()?.Type;
        foreach (TypedExpression item in telling.Skip(1))
        {
            type = type is null ? null : Of(type, item.Type);
        }

        bool isOpen = telling.Length < items.Count && telling.Length > 0 && type is not (ListTypeModel or MapTypeModel);
        return isOpen || type is null or NullTypeModel ? new AnyTypeModel() : type;
    }

    private static TypeModel? Of(TypeModel left, TypeModel right)
    {
        if (left is NullTypeModel || right is NullTypeModel)
        {
            return (left is NullTypeModel ? right : left).AsNullable();
        }

        TypeModel? common = OfNonNull(left.AsNonNull(), right.AsNonNull());
        return left.IsNullable || right.IsNullable ? common?.AsNullable() : common;
    }

    /// <summary>The value as <paramref name="type"/>, which is a union of its own type with another.</summary>
    public static TypedExpression Conform(TypedExpression e, TypeModel type)
    {
        if (e is ErrorExpression || e.Type == type)
        {
            return e;
        }

        switch (e, type)
        {
            case (ListExpression { Items.Count: 0 }, ListTypeModel empty):
                return new ListExpression(empty.Items, []);
            case (MapExpression { Entries.Count: 0 }, MapTypeModel empty):
                return new MapExpression(empty.Values, []);
        }

        TypeModel from = e.Type.AsNonNull();
        TypeModel to = type.AsNonNull();
        return to switch
        {
            AnyTypeModel => Conversion.ToAny(e),
            StringTypeModel when from is NamedTypeModel => Conversion.Lift(e, Conversion.EnumText)!,
            IntegerTypeModel or NumberTypeModel when from != to => new CastExpression(e, type),
            BytesTypeModel { IsContent: false } when from is BytesTypeModel { IsContent: true } => Conform(Conversion.Lift(e, Conversion.PlainBytes)!, type),
            ListTypeModel list when from is ListTypeModel own && own.Items != list.Items => Conversion.Lift(e, v => ConformItems(v, own.Items, list.Items))!,
            _ when e.Type is NullTypeModel => new CastExpression(e, type),
            _ when type.IsNullable && CSharpType.IsValueType(to) => new CastExpression(e, type),
            _ => e,
        };
    }

    private static TypeModel? OfNonNull(TypeModel left, TypeModel right) => (left, right) switch
    {
        (StructureTypeModel, _) or (_, StructureTypeModel) => null,
        _ when left == right => left,
        (AnyTypeModel, _) or (_, AnyTypeModel) => new AnyTypeModel(),
        (IntegerTypeModel, IntegerTypeModel) => new IntegerTypeModel(),
        (IntegerTypeModel or NumberTypeModel { Kind: NumberKind.UInt64 }, NumberTypeModel { Kind: NumberKind.Decimal }) => right,
        (NumberTypeModel { Kind: NumberKind.Decimal }, IntegerTypeModel or NumberTypeModel { Kind: NumberKind.UInt64 }) => left,
        (IntegerTypeModel, NumberTypeModel { Kind: NumberKind.UInt64 }) or (NumberTypeModel { Kind: NumberKind.UInt64 }, IntegerTypeModel) => new NumberTypeModel(NumberKind.Decimal),
        (IntegerTypeModel or NumberTypeModel, IntegerTypeModel or NumberTypeModel) => new NumberTypeModel(),
        (StringTypeModel or NamedTypeModel { Kind: NamedTypeKind.Enum }, StringTypeModel or NamedTypeModel { Kind: NamedTypeKind.Enum }) => new StringTypeModel(),
        (BytesTypeModel, BytesTypeModel) => new BytesTypeModel(),
        (ListTypeModel l, ListTypeModel r) => Of(l.Items, r.Items) is { } items ? new ListTypeModel(items) : null,
        _ => null,
    };

    private static CallExpression ConformItems(TypedExpression list, TypeModel from, TypeModel to) => new(
        new RuntimeMethod(RuntimeNames.ListFunctions, "Map"),
        [list, new LambdaExpression(Conversion.OwnVariable, Conform(new VariableExpression(Conversion.OwnVariable, from, list.IsSecret), to))],
        new ListTypeModel(to),
        list.IsSecret);

    private static bool IsEmptyLiteral(TypedExpression e) => e is ListExpression { Items.Count: 0 } or MapExpression { Entries.Count: 0 };
}
