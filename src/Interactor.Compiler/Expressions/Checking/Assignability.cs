using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>Whether the JSON of one type can be read as another. What cannot be told at build is checked when the output is read.</summary>
internal static class Assignability
{
    public static bool Fits(TypeModel from, TypeModel to)
    {
        if (from is AnyTypeModel || to is AnyTypeModel)
        {
            return true;
        }

        if (from is NullTypeModel)
        {
            return to.IsNullable;
        }

        return (to.IsNullable || !from.IsNullable) && FitsBare(from, to);
    }

    private static bool FitsBare(TypeModel from, TypeModel to) => (from, to) switch
    {
        (ListTypeModel source, ListTypeModel target) => Fits(source.Items, target.Items),
        (MapTypeModel source, MapTypeModel target) => Fits(source.Values, target.Values),
        // A map literal whose values happen to share a type is as good as one whose values do not.
        (MapTypeModel, NamedTypeModel { Kind: NamedTypeKind.Record }) => true,
        (NamedTypeModel { Kind: NamedTypeKind.Record }, MapTypeModel { Values: AnyTypeModel }) => true,
        (IntegerTypeModel, IntegerTypeModel or NumberTypeModel) => true,
        (NumberTypeModel, NumberTypeModel) => true,
        (StringTypeModel, NamedTypeModel { Kind: NamedTypeKind.Enum }) => true,
        (NamedTypeModel { Kind: NamedTypeKind.Enum } or UuidTypeModel or TimestampTypeModel or DateTypeModel or BytesTypeModel, StringTypeModel) => true,
        (StringTypeModel, TimestampTypeModel or DateTypeModel or UuidTypeModel or BytesTypeModel) => true,
        (NamedTypeModel source, NamedTypeModel target) => source.Name == target.Name || source.IsSeenAsJson || target.IsSeenAsJson,
        (NamedTypeModel { IsSeenAsJson: true }, _) or (_, NamedTypeModel { IsSeenAsJson: true }) => true,
        _ => from.AsNonNull() == to.AsNonNull(),
    };
}
