using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Datatypes.Keywords;

/// <summary>Every keyword that a schema may hold: the one list a new keyword is added to.</summary>
internal static class KeywordTable
{
    private const JsonType Numeric = JsonType.Integer | JsonType.Number;

    private static readonly SchemaKeyword[] Entries =
    [
        new("$ref", KeywordRole.Applicator, JsonType.None, TextValue.Check),
        new("type", KeywordRole.Constraint, JsonType.None, TypeValue.Check),
        new("enum", KeywordRole.Constraint, JsonType.None, EnumValue.Check),
        new("const", KeywordRole.Constraint, JsonType.None),

        new("properties", KeywordRole.Applicator, JsonType.Object, MappingValue.Check),
        new("required", KeywordRole.Constraint, JsonType.Object, RequiredValue.Check),
        new("additionalProperties", KeywordRole.Applicator, JsonType.Object, SchemaValue.Check),
        new("minProperties", KeywordRole.Constraint, JsonType.Object, CountValue.Check),
        new("maxProperties", KeywordRole.Constraint, JsonType.Object, CountValue.Check),

        new("items", KeywordRole.Applicator, JsonType.Array, SchemaValue.Check),
        new("minItems", KeywordRole.Constraint, JsonType.Array, CountValue.Check),
        new("maxItems", KeywordRole.Constraint, JsonType.Array, CountValue.Check),
        new("uniqueItems", KeywordRole.Constraint, JsonType.Array, BooleanValue.Check),

        new("minLength", KeywordRole.Constraint, JsonType.String, CountValue.Check),
        new("maxLength", KeywordRole.Constraint, JsonType.String, CountValue.Check),
        new("pattern", KeywordRole.Constraint, JsonType.String, PatternValue.Check),
        new("format", KeywordRole.Constraint, JsonType.None, TextValue.Check),

        new("minimum", KeywordRole.Constraint, Numeric, NumberValue.Check),
        new("maximum", KeywordRole.Constraint, Numeric, NumberValue.Check),
        new("exclusiveMinimum", KeywordRole.Constraint, Numeric, NumberValue.Check),
        new("exclusiveMaximum", KeywordRole.Constraint, Numeric, NumberValue.Check),
        new("multipleOf", KeywordRole.Constraint, Numeric, NumberValue.CheckPositive),

        new("allOf", KeywordRole.Applicator, JsonType.None, SequenceValue.Check),
        new("anyOf", KeywordRole.Applicator, JsonType.None, SequenceValue.Check),
        new("oneOf", KeywordRole.Applicator, JsonType.None, SequenceValue.Check),

        new("title", KeywordRole.Annotation, JsonType.None, TextValue.Check),
        new("description", KeywordRole.Annotation, JsonType.None, TextValue.Check),
        new("default", KeywordRole.Annotation, JsonType.None),
        new("example", KeywordRole.Annotation, JsonType.None),
        new("examples", KeywordRole.Annotation, JsonType.None),
        new("deprecated", KeywordRole.Annotation, JsonType.None, BooleanValue.Check),
        new("readOnly", KeywordRole.Annotation, JsonType.None, BooleanValue.Check),
        new("writeOnly", KeywordRole.Annotation, JsonType.None, BooleanValue.Check),
        new("discriminator", KeywordRole.Annotation, JsonType.None, DiscriminatorValue.Check),
        new("externalDocs", KeywordRole.Annotation, JsonType.None),
        new("xml", KeywordRole.Annotation, JsonType.None),
        new("$comment", KeywordRole.Annotation, JsonType.None, TextValue.Check),

        new("prefixItems", KeywordRole.NotYet, JsonType.Array),
        new("contains", KeywordRole.NotYet, JsonType.Array),
        new("minContains", KeywordRole.NotYet, JsonType.Array),
        new("maxContains", KeywordRole.NotYet, JsonType.Array),
        new("unevaluatedItems", KeywordRole.NotYet, JsonType.Array),
        new("patternProperties", KeywordRole.NotYet, JsonType.Object),
        new("propertyNames", KeywordRole.NotYet, JsonType.Object),
        new("dependentRequired", KeywordRole.NotYet, JsonType.Object),
        new("dependentSchemas", KeywordRole.NotYet, JsonType.Object),
        new("unevaluatedProperties", KeywordRole.NotYet, JsonType.Object),
        new("not", KeywordRole.NotYet, JsonType.None),
        new("if", KeywordRole.NotYet, JsonType.None),
        new("then", KeywordRole.NotYet, JsonType.None),
        new("else", KeywordRole.NotYet, JsonType.None),
        new("contentEncoding", KeywordRole.NotYet, JsonType.String),
        new("contentMediaType", KeywordRole.NotYet, JsonType.String),
        new("contentSchema", KeywordRole.NotYet, JsonType.String),
        new("$id", KeywordRole.NotYet, JsonType.None),
        new("$schema", KeywordRole.NotYet, JsonType.None),
        new("$anchor", KeywordRole.NotYet, JsonType.None),
        new("$dynamicRef", KeywordRole.NotYet, JsonType.None),
        new("$dynamicAnchor", KeywordRole.NotYet, JsonType.None),
        new("$vocabulary", KeywordRole.NotYet, JsonType.None),
        new("$defs", KeywordRole.NotYet, JsonType.None),
        new("values", KeywordRole.NotYet, JsonType.None),
    ];

    private static readonly Dictionary<string, SchemaKeyword> ByName = Entries.ToDictionary(k => k.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => ByName.Keys;

    public static SchemaKeyword? Find(string name) => ByName.TryGetValue(name, out SchemaKeyword? keyword) ? keyword : null;
}
