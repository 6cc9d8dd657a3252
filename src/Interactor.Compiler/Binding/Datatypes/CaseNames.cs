using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>What the cases of unions are called after the JSON type of their values, and after their C# type where that says more.</summary>
internal static class CaseNames
{
    private static readonly (JsonType Kind, string Name, string Article)[] Kinds =
    [
        (JsonType.String, "Text", "a string"), (JsonType.Number, "Number", "a number"), (JsonType.Integer, "Number", "a number"),
        (JsonType.Boolean, "Boolean", "a boolean"), (JsonType.Array, "List", "an array"), (JsonType.Object, "Object", "an object"),
    ];

    /// <summary>The name of the case for one kind, or for the first of several.</summary>
    public static string OfKind(JsonType kinds) => Kinds.FirstOrDefault(k => (kinds & k.Kind) != 0).Name ?? "Other";

    /// <summary>What a summary says that the case is in JSON.</summary>
    public static string Describe(JsonType kinds)
    {
        string[] articles = [.. Kinds.Where(k => (kinds & k.Kind) != 0).Select(k => k.Article).Distinct()];
        return articles.Length == 0 ? "The case of other values." : $"The case that is {string.Join(" or ", articles)} in JSON.";
    }

    /// <summary>A name that tells apart the types that are of one kind in JSON; null where the type is no help.</summary>
    public static string? OfType(TypeModel type) => type switch
    {
        StringTypeModel => "Text",
        TimestampTypeModel => "Timestamp",
        DateTypeModel => "Date",
        UuidTypeModel => "Uuid",
        BytesTypeModel => "Bytes",
        IntegerTypeModel => "Integer",
        NumberTypeModel => "Number",
        BooleanTypeModel => "Boolean",
        ListTypeModel { Items: NamedTypeModel named } => named.Name + "List",
        ListTypeModel list => OfType(list.Items) + "List",
        MapTypeModel { Values: NamedTypeModel named } => named.Name + "Map",
        MapTypeModel map => OfType(map.Values) + "Map",
        _ => null,
    };
}
