using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>What a message says to someone whose value does not fit.</summary>
internal static class ConversionHint
{
    public static string NameOf(ConversionTarget target) => target switch
    {
        ConversionTarget.Text => "text",
        ConversionTarget.Boolean => "true or false",
        ConversionTarget.Integer => "an integer",
        ConversionTarget.Number => "a number",
        ConversionTarget.Bytes => "bytes or text",
        ConversionTarget.Timestamp => "a timestamp",
        ConversionTarget.Duration => "a duration",
        ConversionTarget.TextList => "a list of text",
        ConversionTarget.List => "a list",
        ConversionTarget.Map => "a map",
        _ => "a value",
    };

    public static string Of(TypeModel type, ConversionTarget target) => (target, type) switch
    {
        (ConversionTarget.Text, BytesTypeModel) => " Write how bytes become text: base64(…), hex(…) or utf8.decode(…).",
        (ConversionTarget.Text, ListTypeModel) => " Use text.join(…) or json(…).",
        (ConversionTarget.Text, MapTypeModel or NamedTypeModel) => " Use json(…), or one of its members.",
        (ConversionTarget.Text, IntegerTypeModel or NumberTypeModel or BooleanTypeModel or UuidTypeModel or DateTypeModel or TimestampTypeModel) => " Use string(…).",
        (ConversionTarget.Bytes, ListTypeModel or MapTypeModel or NamedTypeModel) => " Use json(…).",
        (ConversionTarget.Boolean, _) => " Compare it with something, such as != 0 or != ''.",
        (ConversionTarget.Integer, NumberTypeModel or StringTypeModel) => " Use int(…).",
        (ConversionTarget.Number, StringTypeModel) => " Use double(…).",
        (ConversionTarget.Timestamp, StringTypeModel) => " Use time.parse(…).",
        (ConversionTarget.Duration, StringTypeModel) => " Use duration(…).",
        _ => string.Empty,
    };
}
