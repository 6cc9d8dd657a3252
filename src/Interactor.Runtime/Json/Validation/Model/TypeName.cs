namespace Interactor.Runtime.Json.Validation.Model;

/// <summary>The names of <c>type</c> (validation, section 6.1.1).</summary>
internal static class TypeName
{
    public static JsonKinds KindOf(string name, SchemaSite site) => name switch
    {
        "null" => JsonKinds.Null,
        "boolean" => JsonKinds.Boolean,
        "integer" or "number" => JsonKinds.Number,
        "string" => JsonKinds.String,
        "array" => JsonKinds.Array,
        "object" => JsonKinds.Object,
        _ => throw new InvalidOperationException($"The schema's '{site.PointerOf("type")}' must name a type of JSON Schema."),
    };
}
