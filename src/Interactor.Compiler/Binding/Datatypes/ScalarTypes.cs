using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>The C# types of schemas without parts (language, chapter 5).</summary>
internal static class ScalarTypes
{
    private static readonly (JsonType Type, string? Format, TypeModel Result)[] Table =
    [
        (JsonType.String, "date-time", new TimestampTypeModel()),
        (JsonType.String, "date", new DateTypeModel()),
        (JsonType.String, "uuid", new UuidTypeModel()),
        (JsonType.String, "byte", new BytesTypeModel()),
        (JsonType.String, "binary", new BytesTypeModel { IsContent = true }),
        (JsonType.String, null, new StringTypeModel()),
        (JsonType.Integer, "int8", new IntegerTypeModel(IntegerWidth.SByte)),
        (JsonType.Integer, "uint8", new IntegerTypeModel(IntegerWidth.Byte)),
        (JsonType.Integer, "int16", new IntegerTypeModel(IntegerWidth.Int16)),
        (JsonType.Integer, "uint16", new IntegerTypeModel(IntegerWidth.UInt16)),
        (JsonType.Integer, "int32", new IntegerTypeModel(IntegerWidth.Int32)),
        (JsonType.Integer, "uint32", new IntegerTypeModel(IntegerWidth.UInt32)),
        (JsonType.Integer, "uint64", new NumberTypeModel(NumberKind.UInt64)),
        (JsonType.Integer, null, new IntegerTypeModel(IntegerWidth.Int64)),
        (JsonType.Number, "float", new NumberTypeModel(NumberKind.Single)),
        (JsonType.Number, "decimal", new NumberTypeModel(NumberKind.Decimal)),
        (JsonType.Number, null, new NumberTypeModel(NumberKind.Double)),
        (JsonType.Integer | JsonType.Number, null, new NumberTypeModel(NumberKind.Double)),
        (JsonType.Boolean, null, new BooleanTypeModel()),
    ];

    public static TypeModel Of(JsonType types, MappingNode schema)
    {
        string? format = (schema.Find("format") as ScalarNode)?.Text;
        foreach ((JsonType type, string? wanted, TypeModel result) in Table)
        {
            if (type == types && (wanted is null || wanted == format))
            {
                return result;
            }
        }

        return new AnyTypeModel();
    }
}
