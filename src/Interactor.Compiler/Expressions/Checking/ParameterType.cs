using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>Which types a parameter is made for, as opposed to those that convert to it.</summary>
internal static class ParameterType
{
    public static bool IsExact(ConversionTarget target, TypeModel type) => (target, type) switch
    {
        (ConversionTarget.Text, StringTypeModel or NamedTypeModel { Kind: NamedTypeKind.Enum }) => true,
        (ConversionTarget.Boolean, BooleanTypeModel) => true,
        (ConversionTarget.Integer, IntegerTypeModel) => true,
        (ConversionTarget.Number, NumberTypeModel) => true,
        (ConversionTarget.Bytes, BytesTypeModel) => true,
        (ConversionTarget.Timestamp, TimestampTypeModel) => true,
        (ConversionTarget.Duration, DurationTypeModel) => true,
        (ConversionTarget.List, ListTypeModel) => true,
        (ConversionTarget.TextList, ListTypeModel) => true,
        (ConversionTarget.Map, MapTypeModel) => true,
        (ConversionTarget.Any, AnyTypeModel or NamedTypeModel { IsSeenAsJson: true }) => true,
        _ => false,
    };
}
