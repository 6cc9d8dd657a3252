using System.Text.Json;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>type</c> (validation, section 6.1.1); 1.0 is an integer.</summary>
internal sealed class TypeKeyword : TokenKeyword
{
    private readonly JsonKinds _kinds;

    private readonly bool _isIntegerOnly;

    public TypeKeyword(KeywordSite site)
        : this(site, site.Value.ValueKind == JsonValueKind.Array ? [.. site.Value.EnumerateArray().Select(static e => e.ToString())] : [site.Text()])
    {
    }

    private TypeKeyword(KeywordSite site, string[] types)
        : base(site.Name, "must be " + Words.OneOf([.. types.Select(WithArticle)]), JsonKinds.All)
    {
        _kinds = types.Aggregate(JsonKinds.None, (kinds, type) => kinds | Kind(site, type));
        _isIntegerOnly = types.Contains("integer") && !types.Contains("number");
    }

    public override bool Accepts(ref Utf8JsonReader reader, ref Evaluation evaluation)
    {
        JsonKinds kind = JsonKind.Of(reader.TokenType);
        return (_kinds & kind) != 0 && (kind != JsonKinds.Number || !_isIntegerOnly || NumberToken.IsIntegerText(reader.ValueSpan));
    }

    private static JsonKinds Kind(KeywordSite site, string type) => type switch
    {
        "null" => JsonKinds.Null,
        "boolean" => JsonKinds.Boolean,
        "number" or "integer" => JsonKinds.Number,
        "string" => JsonKinds.String,
        "array" => JsonKinds.Array,
        "object" => JsonKinds.Object,
        _ => throw site.Wrong("names an unknown type"),
    };

    private static string WithArticle(string type) => type switch
    {
        "null" => "null",
        "boolean" => "true or false",
        "integer" or "array" or "object" => "an " + type,
        _ => "a " + type,
    };
}
