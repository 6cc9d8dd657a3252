using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding;

/// <summary>What messages call a type.</summary>
internal static class TypeNames
{
    public static string Describe(TypeModel type) => Bare(type) + (type.IsNullable && type is not NullTypeModel ? " or null" : "");

    /// <summary>The type exists in expressions only and cannot stand in JSON.</summary>
    public static bool HasNoJson(TypeModel type) => type switch
    {
        StructureTypeModel or DurationTypeModel => true,
        ListTypeModel list => HasNoJson(list.Items),
        MapTypeModel map => HasNoJson(map.Values),
        _ => false,
    };

    private static string Bare(TypeModel type) => type switch
    {
        AnyTypeModel => "any value",
        NullTypeModel => "null",
        BooleanTypeModel => "a boolean",
        IntegerTypeModel => "an integer",
        NumberTypeModel => "a number",
        StringTypeModel => "text",
        BytesTypeModel => "bytes",
        TimestampTypeModel => "a timestamp",
        DateTypeModel => "a date",
        UuidTypeModel => "a UUID",
        DurationTypeModel => "a duration",
        ListTypeModel list => "a list of " + Describe(list.Items),
        MapTypeModel map => "a map of " + Describe(map.Values),
        NamedTypeModel named => named.Name,
        StructureTypeModel structure => $"'{structure.Description}' as a whole (name one of its members)",
        _ => "a value",
    };
}
