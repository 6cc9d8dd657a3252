using Interactor.Runtime.Json.Validation.Keywords;

namespace Interactor.Runtime.Json.Validation;

/// <summary>
/// The keywords that assert something, cheap ones first; a keyword of a schema that has no row is an annotation and ignored.
/// The order counts where a row's comment says so.
/// </summary>
internal static class KeywordTable
{
    public static IReadOnlyList<KeywordRow> Rows { get; } =
    [
        // Any kind of value (validation, section 6.1).
        new("type", static site => new TypeKeyword(site)),
        new("const", static site => new ConstKeyword(site)),
        new("enum", static site => new EnumKeyword(site)),

        // Numbers (section 6.2).
        new("minimum", static site => new MinimumKeyword(site)),
        new("maximum", static site => new MaximumKeyword(site)),
        new("exclusiveMinimum", static site => new ExclusiveMinimumKeyword(site)),
        new("exclusiveMaximum", static site => new ExclusiveMaximumKeyword(site)),
        new("multipleOf", static site => new MultipleOfKeyword(site)),

        // Strings (section 6.3), and formats (section 7).
        new("minLength", static site => new MinLengthKeyword(site)),
        new("maxLength", static site => new MaxLengthKeyword(site)),
        new("format", FormatKeyword.Read),
        new("pattern", static site => new PatternKeyword(site)),

        // Other schemas for the same value (core, section 10.2).
        new("$ref", static site => new RefKeyword(site)),
        new("allOf", static site => new AllOfKeyword(site)),
        new("anyOf", static site => new AnyOfKeyword(site)),
        new("oneOf", static site => new OneOfKeyword(site)),
        new("not", static site => new NotKeyword(site)),
        new("if", static site => new IfKeyword(site)),
        new("dependentSchemas", DependentSchemasKeyword.Read),
        new("dependencies", DependenciesKeyword.Read),

        // Arrays (section 6.4; core, section 10.3.1).
        new("minItems", static site => new MinItemsKeyword(site)),
        new("maxItems", static site => new MaxItemsKeyword(site)),
        new("prefixItems", static site => new PrefixItemsKeyword(site)),
        new("items", static site => new ItemsKeyword(site)),
        new("contains", static site => new ContainsKeyword(site)),
        new("uniqueItems", UniqueItemsKeyword.Read),

        // Objects (section 6.5; core, section 10.3.2). additionalProperties comes after the two whose members it leaves alone.
        new("properties", static site => new PropertiesKeyword(site)),
        new("patternProperties", PatternPropertyKeyword.Read),
        new("additionalProperties", static site => new AdditionalPropertiesKeyword(site)),
        new("propertyNames", static site => new PropertyNamesKeyword(site)),
        new("required", static site => new RequiredKeyword(site)),
        new("dependentRequired", DependentRequiredKeyword.Read),
        new("minProperties", static site => new MinPropertiesKeyword(site)),
        new("maxProperties", static site => new MaxPropertiesKeyword(site)),

        // Not to be mistaken for annotations: ignoring these would accept what the schema refuses.
        new("unevaluatedItems", RefusedKeyword.Read),
        new("unevaluatedProperties", RefusedKeyword.Read),
        new("$dynamicRef", RefusedKeyword.Read),
        new("$recursiveRef", RefusedKeyword.Read),
    ];
}
