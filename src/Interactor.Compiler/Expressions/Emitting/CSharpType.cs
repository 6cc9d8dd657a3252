using Interactor.Compiler.Emit;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Emitting;

/// <summary>The C# face of a type.</summary>
internal static class CSharpType
{
    public static string Of(TypeModel type) => Of(type, string.Empty);

    /// <summary>The type with its generated names written out in full, for places where members hide them.</summary>
    /// <param name="qualifier">What stands before a generated name: <c>global::Acme.Connectors.Demo.</c>.</param>
    public static string Of(TypeModel type, string qualifier) => OfNonNull(type, qualifier) + (type.IsNullable ? "?" : string.Empty);

    public static bool IsValueType(TypeModel type) =>
        type is not (StringTypeModel or BytesTypeModel { IsContent: true } or ListTypeModel or MapTypeModel or NamedTypeModel { Kind: not (NamedTypeKind.Enum or NamedTypeKind.IntegerEnum) });

    private static string OfNonNull(TypeModel type, string qualifier) => type switch
    {
        BooleanTypeModel => "bool",
        IntegerTypeModel integer => Keyword(integer.Width),
        NumberTypeModel { Kind: NumberKind.Single } => "float",
        NumberTypeModel { Kind: NumberKind.Decimal } => "decimal",
        NumberTypeModel { Kind: NumberKind.UInt64 } => "ulong",
        NumberTypeModel => "double",
        StringTypeModel => "string",
        BytesTypeModel { IsContent: true } => RuntimeNames.BinaryContent,
        BytesTypeModel => "s_::ReadOnlyMemory<byte>",
        TimestampTypeModel => "s_::DateTimeOffset",
        DateTypeModel => "s_::DateOnly",
        UuidTypeModel => "s_::Guid",
        DurationTypeModel => "s_::TimeSpan",
        ListTypeModel list => $"sG::IReadOnlyList<{Of(list.Items, qualifier)}>",
        MapTypeModel map => $"sG::IReadOnlyDictionary<string, {Of(map.Values, qualifier)}>",
        NamedTypeModel named => qualifier + CSharpIdentifier.Escape(named.Name),
        _ => RuntimeNames.JsonValue,
    };

    private static string Keyword(IntegerWidth width) => width switch
    {
        IntegerWidth.SByte => "sbyte",
        IntegerWidth.Byte => "byte",
        IntegerWidth.Int16 => "short",
        IntegerWidth.UInt16 => "ushort",
        IntegerWidth.Int32 => "int",
        IntegerWidth.UInt32 => "uint",
        _ => "long",
    };
}
