using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Code that reads and writes values of a type, as method groups or lambdas, and code that names a contract.</summary>
internal static class JsonCode
{
    public const string MaybeNull = "[jN(false)]";

    /// <summary>A delegate that reads one value.</summary>
    public static string ReadDelegate(TypeModel type)
    {
        if (type.IsNullable && type is not AnyTypeModel)
        {
            return ReadLambda(type, $"{RuntimeNames.JsonRead}.TryNullable<{CSharpType.Of(type.AsNonNull())}>(ref s, {ReadDelegate(type.AsNonNull())}, out value)");
        }

        return type switch
        {
            ListTypeModel list => ReadLambda(type, $"{RuntimeNames.JsonRead}.TryList(ref s, {ReadDelegate(list.Items)}, out value)"),
            MapTypeModel map => ReadLambda(type, $"{RuntimeNames.JsonRead}.TryMap(ref s, {ReadDelegate(map.Values)}, out value)"),
            NamedTypeModel named => JsonClass(named.Name) + ".TryRead",
            _ => $"{RuntimeNames.JsonRead}.Try{ScalarName(type)}",
        };
    }

    /// <summary>A call that reads one value into <paramref name="target"/> and is false when it cannot.</summary>
    public static string ReadCall(TypeModel type, string target) => type switch
    {
        { IsNullable: true } and not AnyTypeModel =>
            $"{RuntimeNames.JsonRead}.TryNullable(ref s, {ReadDelegate(type.AsNonNull())}, out {target})",
        ListTypeModel list => $"{RuntimeNames.JsonRead}.TryList(ref s, {ReadDelegate(list.Items)}, out {target})",
        MapTypeModel map => $"{RuntimeNames.JsonRead}.TryMap(ref s, {ReadDelegate(map.Values)}, out {target})",
        NamedTypeModel => $"{ReadDelegate(type)}(ref s, out {target})",
        _ => $"{RuntimeNames.JsonRead}.Try(ref s, out {target})",
    };

    /// <summary>What reads and writes values of a type, as arguments: a contract where there is one, else two delegates.</summary>
    public static string Both(TypeModel type) => type switch
    {
        NullTypeModel or ListTypeModel or MapTypeModel or { IsNullable: true } and not AnyTypeModel => Delegates(type),
        NamedTypeModel named => JsonClass(named.Name) + ".Contract",
        _ => $"{RuntimeNames.JsonContracts}.{ScalarName(type)}",
    };

    /// <summary>The delegates that read and write values of a type, as arguments.</summary>
    public static string Delegates(TypeModel type) => $"{ReadDelegate(type)}, {WriteDelegate(type)}";

    /// <summary>A delegate that writes one value.</summary>
    public static string WriteDelegate(TypeModel type) => type switch
    {
        { IsNullable: true } and not AnyTypeModel or ListTypeModel or MapTypeModel => $"static (w, value) => {WriteCall(type, "w", "value")}",
        NamedTypeModel named => JsonClass(named.Name) + ".Write",
        _ => $"{RuntimeNames.JsonEmit}.{ScalarName(type)}",
    };

    /// <summary>A call that writes <paramref name="value"/>.</summary>
    public static string WriteCall(TypeModel type, string writer, string value) => type switch
    {
        NullTypeModel => $"{writer}.WriteNullValue()",
        { IsNullable: true } and not AnyTypeModel => $"{RuntimeNames.JsonEmit}.{Nullable(type, "Nullable")}({writer}, {value}, {WriteDelegate(type.AsNonNull())})",
        ListTypeModel list => $"{RuntimeNames.JsonEmit}.List({writer}, {value}, {WriteDelegate(list.Items)})",
        MapTypeModel map => $"{RuntimeNames.JsonEmit}.Map({writer}, {value}, {WriteDelegate(map.Values)})",
        _ => $"{WriteDelegate(type)}({writer}, {value})",
    };

    /// <summary>The contract of an input, an output or a response body.</summary>
    public static string Contract(ContractModel contract) => contract switch
    {
        { Type: NamedTypeModel { IsNullable: false } named } => JsonClass(named.Name) + ".Contract",
        { Type: { IsNullable: true } and not NullTypeModel } =>
            $"new {RuntimeNames.JsonContract}<{CSharpType.Of(contract.Type)}>({ReadDelegate(contract.Type)}, {WriteDelegate(contract.Type)}, {SchemaOf(contract)})",
        { Schema: { } schema } => JsonClass(schema.Datatype) + ".Contract",
        { Type: var type } => $"{RuntimeNames.JsonContracts}.{ScalarName(type)}",
    };

    private static string SchemaOf(ContractModel contract) => contract switch
    {
        { Schema: { } schema } => JsonClass(schema.Datatype) + ".Schema",
        { Type: NamedTypeModel named } => JsonClass(named.Name) + ".Schema",
        _ => RuntimeNames.JsonContracts + ".Any.Schema",
    };

    /// <summary>The last arm of a switch over the cases of a value that should be of one of them.</summary>
    public static void RefuseNull(CodeWriter code)
    {
        code.Line("default:");
        code.Line($"    throw {RuntimeNames.JsonEmit}.Missing();");
    }

    public static string JsonClass(string typeName) => CSharpIdentifier.Escape(typeName + "Json");

    private static string ReadLambda(TypeModel type, string call) =>
        $"static (ref {RuntimeNames.JsonScanner} s, {MaybeNull} out {CSharpType.Of(type)} value) => {call}";

    private static string Nullable(TypeModel type, string start) => start + (CSharpType.IsValueType(type) ? "Struct" : "Class");

    /// <summary>What the runtime calls a type that JSON or its formats have.</summary>
    public static string ScalarName(TypeModel type) => type switch
    {
        BooleanTypeModel => "Boolean",
        IntegerTypeModel integer => integer.Width.ToString(),
        NumberTypeModel { Kind: NumberKind.Single } => "Single",
        NumberTypeModel { Kind: NumberKind.Decimal } => "Decimal",
        NumberTypeModel { Kind: NumberKind.UInt64 } => "UInt64",
        NumberTypeModel => "Double",
        StringTypeModel => "String",
        BytesTypeModel { IsContent: true } => "Binary",
        BytesTypeModel => "Bytes",
        TimestampTypeModel => "Timestamp",
        DateTypeModel => "Date",
        UuidTypeModel => "Uuid",
        _ => "Any",
    };
}
