using Interactor.Compiler.Emit;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Emitting;

/// <summary>The C# face of a type.</summary>
internal static class CSharpType
{
    public static string Of(TypeModel type) => OfNonNull(type) + (type.IsNullable ? "?" : string.Empty);

    public static bool IsValueType(TypeModel type) =>
        type is not (StringTypeModel or ListTypeModel or MapTypeModel or NamedTypeModel { Kind: not NamedTypeKind.Enum });

    private static string OfNonNull(TypeModel type) => type switch
    {
        BooleanTypeModel => "bool",
        IntegerTypeModel { Width: IntegerWidth.Int32 } => "int",
        IntegerTypeModel => "long",
        NumberTypeModel { Kind: NumberKind.Single } => "float",
        NumberTypeModel { Kind: NumberKind.Decimal } => "decimal",
        NumberTypeModel => "double",
        StringTypeModel => "string",
        BytesTypeModel => "global::System.ReadOnlyMemory<byte>",
        TimestampTypeModel => "global::System.DateTimeOffset",
        DateTypeModel => "global::System.DateOnly",
        UuidTypeModel => "global::System.Guid",
        DurationTypeModel => "global::System.TimeSpan",
        ListTypeModel list => $"global::System.Collections.Generic.IReadOnlyList<{Of(list.Items)}>",
        MapTypeModel map => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {Of(map.Values)}>",
        NamedTypeModel named => CSharpIdentifier.Escape(named.Name),
        _ => RuntimeNames.JsonValue,
    };
}
