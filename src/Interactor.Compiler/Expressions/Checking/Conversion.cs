using System.Globalization;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>Turns a value into another type where one meaning is clear; otherwise answers null and leaves the report to the caller.</summary>
internal static class Conversion
{
    // Variables of conversions only ever name their own operand, so one id serves them all.
    public const int OwnVariable = -1;

    private static readonly TypeModel Text = new StringTypeModel();

    /// <param name="keepNull">A nullable operand gives a nullable result; otherwise the operand must not be nullable.</param>
    public static TypedExpression? To(ConversionTarget target, TypedExpression e, ExpressionPlace place, bool keepNull = false)
    {
        switch (e.Type)
        {
            case StructureTypeModel:
                return null;
            case NullTypeModel when target != ConversionTarget.Any:
                return keepNull ? new CastExpression(e, Text.AsNullable()) : null;
            case AnyTypeModel when keepNull && target == ConversionTarget.Text:
                return Call(RuntimeNames.AnyFunctions, "TextOrNull", e, Text.AsNullable(), place);
        }

        return e.Type.IsNullable && target != ConversionTarget.Any
            ? Lift(e, v => ToNonNull(target, v, place))
            : ToNonNull(target, e, place);
    }

    public static TypedExpression ToAny(TypedExpression e)
    {
        switch (e.Type)
        {
            case AnyTypeModel:
                return e;
            case NullTypeModel:
                return new CastExpression(e, new AnyTypeModel());
            case StructureTypeModel or DurationTypeModel:
                return Lift(e, v => Json(ToNonNull(ConversionTarget.Text, v, null) ?? throw new InvalidOperationException("A root was used as a value.")))!;
            case NamedTypeModel { Kind: NamedTypeKind.Enum }:
                return Lift(e, v => Json(EnumText(v)))!;
            case BytesTypeModel { IsContent: true }:
                return Lift(e, static v => Json(PlainBytes(v)))!;
            case NamedTypeModel:
                return Lift(e, v => new JsonConversionExpression(v))!;
            case ListTypeModel list:
                return Lift(e, v => Items(RuntimeNames.ListFunctions, v, list.Items))!;
            case MapTypeModel map:
                return Lift(e, v => Items(RuntimeNames.MapFunctions, v, map.Values))!;
            default:
                return Json(e);
        }
    }

    /// <summary>Works on the value where it is not null, and keeps null.</summary>
    public static TypedExpression? Lift(TypedExpression e, Func<TypedExpression, TypedExpression?> convert)
    {
        if (!e.Type.IsNullable)
        {
            return convert(e);
        }

        VariableExpression variable = new(OwnVariable, e.Type.AsNonNull(), e.IsSecret);
        return convert(variable) switch
        {
            null => null,
            VariableExpression v when v == variable => e,
            { } then => new NullConditionalExpression(e, OwnVariable, then),
        };
    }

    public static TypedExpression EnumText(TypedExpression e) => new MemberExpression(e, ".Value", Text, e.IsSecret);

    /// <summary>The bytes of content, which has to be in memory for that; other bytes as they are.</summary>
    public static TypedExpression PlainBytes(TypedExpression e) =>
        e.Type is BytesTypeModel { IsContent: true } ? new MemberExpression(e, ".Bytes", new BytesTypeModel(), e.IsSecret) : e;

    private static TypedExpression? ToNonNull(ConversionTarget target, TypedExpression e, ExpressionPlace? place)
    {
        TypedExpression value = e.Type is NamedTypeModel { IsSeenAsJson: true } ? ToAny(e) : e;
        return target switch
        {
            ConversionTarget.Any => ToAny(e),
            ConversionTarget.Text => ToText(value, place),
            ConversionTarget.Bytes => ToBytes(value, place),
            _ => ToOther(target, value, place),
        };
    }

    private static TypedExpression? ToText(TypedExpression e, ExpressionPlace? place)
    {
        switch (e)
        {
            case LiteralExpression { Value: long number }:
                return LiteralExpression.Of(number.ToString(CultureInfo.InvariantCulture));
            case LiteralExpression { Value: bool boolean }:
                return LiteralExpression.Of(boolean ? "true" : "false");
        }

        return e.Type switch
        {
            StringTypeModel => e,
            AnyTypeModel => Call(RuntimeNames.AnyFunctions, "Text", e, Text, place),
            NamedTypeModel { Kind: NamedTypeKind.Enum } => EnumText(e),
            IntegerTypeModel or NumberTypeModel or BooleanTypeModel or UuidTypeModel or TimestampTypeModel or DateTypeModel or DurationTypeModel =>
                Call(RuntimeNames.ConvertFunctions, "Text", e, Text, null),
            _ => null,
        };
    }

    private static TypedExpression? ToBytes(TypedExpression e, ExpressionPlace? place) => e.Type switch
    {
        BytesTypeModel => PlainBytes(e),
        AnyTypeModel => Call(RuntimeNames.AnyFunctions, "Bytes", e, new BytesTypeModel(), place),
        StringTypeModel => Call(RuntimeNames.EncodingFunctions, "Utf8", e, new BytesTypeModel(), null),
        NamedTypeModel { Kind: NamedTypeKind.Enum } => Call(RuntimeNames.EncodingFunctions, "Utf8", EnumText(e), new BytesTypeModel(), null),
        _ => null,
    };

    private static TypedExpression? ToOther(ConversionTarget target, TypedExpression e, ExpressionPlace? place) => (target, e.Type) switch
    {
        (ConversionTarget.Boolean, BooleanTypeModel) => e,
        (ConversionTarget.Boolean, AnyTypeModel) => Call(RuntimeNames.AnyFunctions, "Boolean", e, new BooleanTypeModel(), place),
        (ConversionTarget.Integer, IntegerTypeModel) => e,
        (ConversionTarget.Integer, AnyTypeModel) => Call(RuntimeNames.AnyFunctions, "Integer", e, new IntegerTypeModel(), place),
        (ConversionTarget.Number, NumberTypeModel { Kind: NumberKind.Double }) => e,
        (ConversionTarget.Number, NumberTypeModel or IntegerTypeModel) => new CastExpression(e, new NumberTypeModel()),
        (ConversionTarget.Number, AnyTypeModel) => Call(RuntimeNames.AnyFunctions, "Number", e, new NumberTypeModel(), place),
        (ConversionTarget.Timestamp, TimestampTypeModel) => e,
        (ConversionTarget.Timestamp, AnyTypeModel) => Call(RuntimeNames.AnyFunctions, "Timestamp", e, new TimestampTypeModel(), place),
        (ConversionTarget.Duration, DurationTypeModel) => e,
        (ConversionTarget.List, ListTypeModel) or (ConversionTarget.Map, MapTypeModel) => e,
        (ConversionTarget.TextList, ListTypeModel { Items: StringTypeModel { IsNullable: false } }) => e,
        (ConversionTarget.TextList, ListTypeModel list) => TextItems(e, list.Items, place),
        (ConversionTarget.TextList, AnyTypeModel) => Call(RuntimeNames.AnyFunctions, "TextList", e, new ListTypeModel(Text), place),
        _ => null,
    };

    private static TypedExpression? TextItems(TypedExpression list, TypeModel item, ExpressionPlace? place)
    {
        if (item.IsNullable)
        {
            return null;
        }

        TypedExpression? body = ToNonNull(ConversionTarget.Text, new VariableExpression(OwnVariable, item, list.IsSecret), place);
        return body is null
            ? null
            : new CallExpression(
                new RuntimeMethod(RuntimeNames.ListFunctions, "Map"), [list, new LambdaExpression(OwnVariable, body)], new ListTypeModel(Text), list.IsSecret);
    }

    private static CallExpression Items(string runtimeClass, TypedExpression collection, TypeModel item)
    {
        VariableExpression variable = new(OwnVariable, item, collection.IsSecret);
        return new CallExpression(
            new RuntimeMethod(runtimeClass, "ToAny"),
            item is AnyTypeModel ? [collection] : [collection, new LambdaExpression(OwnVariable, ToAny(variable))],
            new AnyTypeModel(),
            collection.IsSecret);
    }

    private static CallExpression Json(TypedExpression e) => Call(RuntimeNames.JsonValue, "From", e, new AnyTypeModel(), null);

    private static CallExpression Call(string runtimeClass, string name, TypedExpression e, TypeModel type, ExpressionPlace? place) =>
        new(new RuntimeMethod(runtimeClass, name), [e], type, e.IsSecret, place);
}
