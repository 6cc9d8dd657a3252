using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>What messages call a type.</summary>
internal static class TypeText
{
    public static string Of(TypeModel type) => type switch
    {
        NullTypeModel => "null",
        { IsNullable: true } => Of(type.AsNonNull()) + " or null",
        AnyTypeModel => "a value without a schema",
        BooleanTypeModel => "true or false",
        IntegerTypeModel => "an integer",
        NumberTypeModel => "a number",
        StringTypeModel => "text",
        BytesTypeModel => "bytes",
        TimestampTypeModel => "a timestamp",
        DateTypeModel => "a date",
        UuidTypeModel => "a UUID",
        DurationTypeModel => "a duration",
        ListTypeModel => "a list",
        MapTypeModel => "a map",
        NamedTypeModel named => $"a {named.Name}",
        StructureTypeModel structure => structure.Description,
        _ => type.GetType().Name,
    };
}
