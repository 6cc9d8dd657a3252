using Interactor.Compiler.Expressions.Checking;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Functions;

/// <summary>Short names for the rows of the function tables.</summary>
internal static class Parameters
{
    public static readonly Parameter AText = new(ConversionTarget.Text);
    public static readonly Parameter OptionalText = new(ConversionTarget.Text, IsOptional: true);
    public static readonly Parameter AnInteger = new(ConversionTarget.Integer);
    public static readonly Parameter OptionalInteger = new(ConversionTarget.Integer, IsOptional: true);
    public static readonly Parameter ANumber = new(ConversionTarget.Number);
    public static readonly Parameter ABoolean = new(ConversionTarget.Boolean);
    public static readonly Parameter SomeBytes = new(ConversionTarget.Bytes);
    public static readonly Parameter ATimestamp = new(ConversionTarget.Timestamp);
    public static readonly Parameter ADuration = new(ConversionTarget.Duration);
    public static readonly Parameter ATextList = new(ConversionTarget.TextList);
    public static readonly Parameter AList = new(ConversionTarget.List);
    public static readonly Parameter AMap = new(ConversionTarget.Map);
    public static readonly Parameter Anything = new(ConversionTarget.Any);

    public static readonly TypeModel TextType = new StringTypeModel();
    public static readonly TypeModel IntegerType = new IntegerTypeModel();
    public static readonly TypeModel NumberType = new NumberTypeModel();
    public static readonly TypeModel BooleanType = new BooleanTypeModel();
    public static readonly TypeModel BytesType = new BytesTypeModel();
    public static readonly TypeModel TimestampType = new TimestampTypeModel();
    public static readonly TypeModel DurationType = new DurationTypeModel();
    public static readonly TypeModel AnyType = new AnyTypeModel();
}
