using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas.Dialects;

namespace Interactor.Compiler.Schemas.Keywords;

/// <summary>Every keyword that a schema may hold, a row for each form that dialects give it: the one list a new keyword is added to.</summary>
internal static class KeywordTable
{
    private const JsonType Numeric = JsonType.Integer | JsonType.Number;
    private const DialectSet UntilDraft201909 = DialectSet.JsonSchema & ~DialectSet.From202012;
    private const DialectSet WithNumericBounds = DialectSet.All & ~DialectSet.WithBooleanBounds;

    private static readonly SchemaKeyword[] Rows =
    [
        new("$ref", DialectSet.All, Vocabularies.Core, KeywordForm.Reference, JsonType.None, TextValue.CheckName) { IsInPlace = true },
        new("$dynamicRef", DialectSet.From202012, Vocabularies.Core, KeywordForm.DynamicReference, JsonType.None, TextValue.CheckName) { IsInPlace = true },
        new("$recursiveRef", DialectSet.Draft201909, Vocabularies.Core, KeywordForm.DynamicReference, JsonType.None, TextValue.CheckName) { IsInPlace = true },
        new("$schema", DialectSet.JsonSchema, Vocabularies.Core, KeywordForm.Identifier, JsonType.None, TextValue.CheckName),
        new("id", DialectSet.Draft4, Vocabularies.Core, KeywordForm.Identifier, JsonType.None, TextValue.CheckName),
        new("$id", DialectSet.From6, Vocabularies.Core, KeywordForm.Identifier, JsonType.None, TextValue.CheckName),
        new("$anchor", DialectSet.From201909, Vocabularies.Core, KeywordForm.Identifier, JsonType.None, TextValue.CheckName),
        new("$dynamicAnchor", DialectSet.From202012, Vocabularies.Core, KeywordForm.Identifier, JsonType.None, TextValue.CheckName),
        new("$recursiveAnchor", DialectSet.Draft201909, Vocabularies.Core, KeywordForm.Identifier, JsonType.None, BooleanValue.Check),
        new("$vocabulary", DialectSet.From201909, Vocabularies.Core, KeywordForm.Identifier, JsonType.None, MappingValue.CheckVocabulary),
        new("$comment", DialectSet.From7, Vocabularies.Core, KeywordForm.Annotation, JsonType.None, TextValue.Check),
        new("$defs", DialectSet.From201909, Vocabularies.Core, KeywordForm.Definitions, JsonType.None, MappingValue.Check),
        new("definitions", DialectSet.JsonSchema, Vocabularies.Core, KeywordForm.Definitions, JsonType.None, MappingValue.Check),

        new("allOf", DialectSet.All, Vocabularies.Applicator, KeywordForm.Schemas, JsonType.None, SequenceValue.Check) { IsInPlace = true },
        new("anyOf", DialectSet.All, Vocabularies.Applicator, KeywordForm.Schemas, JsonType.None, SequenceValue.Check) { IsInPlace = true },
        new("oneOf", DialectSet.All, Vocabularies.Applicator, KeywordForm.Schemas, JsonType.None, SequenceValue.Check) { IsInPlace = true },
        new("not", DialectSet.All, Vocabularies.Applicator, KeywordForm.Schema, JsonType.None, SchemaValue.Check) { IsInPlace = true },
        new("if", DialectSet.From7, Vocabularies.Applicator, KeywordForm.Schema, JsonType.None, SchemaValue.Check) { IsInPlace = true },
        new("then", DialectSet.From7, Vocabularies.Applicator, KeywordForm.Schema, JsonType.None, SchemaValue.Check) { IsInPlace = true },
        new("else", DialectSet.From7, Vocabularies.Applicator, KeywordForm.Schema, JsonType.None, SchemaValue.Check) { IsInPlace = true },
        new("dependentSchemas", DialectSet.From201909, Vocabularies.Applicator, KeywordForm.SchemaMap, JsonType.Object, MappingValue.Check) { IsInPlace = true },
        new("dependencies", DialectSet.JsonSchema, Vocabularies.Applicator, KeywordForm.Dependencies, JsonType.Object, MappingValue.Check) { IsInPlace = true },

        new("properties", DialectSet.All, Vocabularies.Applicator, KeywordForm.SchemaMap, JsonType.Object, MappingValue.Check),
        new("patternProperties", DialectSet.JsonSchema, Vocabularies.Applicator, KeywordForm.SchemaMap, JsonType.Object, PatternValue.CheckKeys),
        new("additionalProperties", DialectSet.All, Vocabularies.Applicator, KeywordForm.Schema, JsonType.Object, SchemaValue.Check),
        new("propertyNames", DialectSet.From6, Vocabularies.Applicator, KeywordForm.Schema, JsonType.Object, SchemaValue.Check),
        new("unevaluatedProperties", DialectSet.From201909, Vocabularies.Unevaluated, KeywordForm.Schema, JsonType.Object, SchemaValue.Check),
        new("prefixItems", DialectSet.From202012, Vocabularies.Applicator, KeywordForm.Schemas, JsonType.Array, SequenceValue.Check),
        new("items", DialectSet.From202012 | DialectSet.Swagger20 | DialectSet.OpenApi30, Vocabularies.Applicator, KeywordForm.Schema, JsonType.Array, SchemaValue.Check),
        new("items", UntilDraft201909, Vocabularies.Applicator, KeywordForm.SchemaOrSchemas, JsonType.Array, SchemaValue.CheckOneOrMany),
        new("additionalItems", UntilDraft201909, Vocabularies.Applicator, KeywordForm.Schema, JsonType.Array, SchemaValue.Check),
        new("contains", DialectSet.From6, Vocabularies.Applicator, KeywordForm.Schema, JsonType.Array, SchemaValue.Check),
        new("unevaluatedItems", DialectSet.From201909, Vocabularies.Unevaluated, KeywordForm.Schema, JsonType.Array, SchemaValue.Check),

        new("type", DialectSet.All & ~DialectSet.Swagger20, Vocabularies.Validation, KeywordForm.Value, JsonType.None, TypeValue.Check),
        new("type", DialectSet.Swagger20, Vocabularies.Validation, KeywordForm.Value, JsonType.None, TypeValue.CheckWithFile),
        new("enum", DialectSet.All, Vocabularies.Validation, KeywordForm.Value, JsonType.None, EnumValue.Check),
        new("const", DialectSet.From6, Vocabularies.Validation, KeywordForm.Value, JsonType.None, EnumValue.CheckConst),
        new("required", DialectSet.All, Vocabularies.Validation, KeywordForm.Value, JsonType.Object, RequiredValue.Check),
        new("minProperties", DialectSet.All, Vocabularies.Validation, KeywordForm.Value, JsonType.Object, CountValue.Check),
        new("maxProperties", DialectSet.All, Vocabularies.Validation, KeywordForm.Value, JsonType.Object, CountValue.Check),
        new("dependentRequired", DialectSet.From201909, Vocabularies.Validation, KeywordForm.Value, JsonType.Object, RequiredValue.CheckByName),
        new("minItems", DialectSet.All, Vocabularies.Validation, KeywordForm.Value, JsonType.Array, CountValue.Check),
        new("maxItems", DialectSet.All, Vocabularies.Validation, KeywordForm.Value, JsonType.Array, CountValue.Check),
        new("minContains", DialectSet.From201909, Vocabularies.Validation, KeywordForm.Value, JsonType.Array, CountValue.Check),
        new("maxContains", DialectSet.From201909, Vocabularies.Validation, KeywordForm.Value, JsonType.Array, CountValue.Check),
        new("uniqueItems", DialectSet.All, Vocabularies.Validation, KeywordForm.Value, JsonType.Array, BooleanValue.Check),
        new("minLength", DialectSet.All, Vocabularies.Validation, KeywordForm.Value, JsonType.String, CountValue.Check),
        new("maxLength", DialectSet.All, Vocabularies.Validation, KeywordForm.Value, JsonType.String, CountValue.Check),
        new("pattern", DialectSet.All, Vocabularies.Validation, KeywordForm.Value, JsonType.String, PatternValue.Check),
        new("minimum", DialectSet.All, Vocabularies.Validation, KeywordForm.Value, Numeric, NumberValue.Check),
        new("maximum", DialectSet.All, Vocabularies.Validation, KeywordForm.Value, Numeric, NumberValue.Check),
        new("exclusiveMinimum", WithNumericBounds, Vocabularies.Validation, KeywordForm.Value, Numeric, NumberValue.Check),
        new("exclusiveMaximum", WithNumericBounds, Vocabularies.Validation, KeywordForm.Value, Numeric, NumberValue.Check),
        new("exclusiveMinimum", DialectSet.WithBooleanBounds, Vocabularies.Validation, KeywordForm.Value, Numeric, BooleanValue.Check),
        new("exclusiveMaximum", DialectSet.WithBooleanBounds, Vocabularies.Validation, KeywordForm.Value, Numeric, BooleanValue.Check),
        new("multipleOf", DialectSet.All, Vocabularies.Validation, KeywordForm.Value, Numeric, NumberValue.CheckPositive),
        new("nullable", DialectSet.OpenApi30, Vocabularies.Validation, KeywordForm.Value, JsonType.None, BooleanValue.Check),
        new("x-nullable", DialectSet.Swagger20, Vocabularies.Validation, KeywordForm.Value, JsonType.None, BooleanValue.Check),

        new("format", DialectSet.All, Vocabularies.Format, KeywordForm.Value, JsonType.None, TextValue.Check),
        new("contentEncoding", DialectSet.From7, Vocabularies.Content, KeywordForm.Value, JsonType.String, TextValue.Check),
        new("contentMediaType", DialectSet.From7, Vocabularies.Content, KeywordForm.Value, JsonType.String, TextValue.Check),
        new("contentSchema", DialectSet.From201909, Vocabularies.Content, KeywordForm.Schema, JsonType.String, SchemaValue.Check),

        new("title", DialectSet.All, Vocabularies.MetaData, KeywordForm.Annotation, JsonType.None, TextValue.Check),
        new("description", DialectSet.All, Vocabularies.MetaData, KeywordForm.Annotation, JsonType.None, TextValue.Check),
        new("default", DialectSet.All, Vocabularies.MetaData, KeywordForm.Annotation, JsonType.None, DefaultValue.Check),
        new("examples", DialectSet.From6, Vocabularies.MetaData, KeywordForm.Annotation),
        new("deprecated", DialectSet.From201909 | DialectSet.OpenApi, Vocabularies.MetaData, KeywordForm.Annotation, JsonType.None, BooleanValue.Check),
        new("readOnly", DialectSet.From7 | DialectSet.OpenApi, Vocabularies.MetaData, KeywordForm.Annotation, JsonType.None, BooleanValue.Check),
        new("writeOnly", DialectSet.From7 | DialectSet.OpenApi, Vocabularies.MetaData, KeywordForm.Annotation, JsonType.None, BooleanValue.Check),
        new("example", DialectSet.OpenApi, Vocabularies.OpenApi, KeywordForm.Annotation),
        new("externalDocs", DialectSet.OpenApi, Vocabularies.OpenApi, KeywordForm.Annotation),
        new("xml", DialectSet.OpenApi, Vocabularies.OpenApi, KeywordForm.Annotation),
        new("discriminator", DialectSet.OpenApi, Vocabularies.OpenApi, KeywordForm.Discriminator, JsonType.None, DiscriminatorValue.Check),
        new("x-enum-varnames", DialectSet.All, Vocabularies.All, KeywordForm.Annotation),
        new("x-enum-descriptions", DialectSet.All, Vocabularies.All, KeywordForm.Annotation),
        new("values", DialectSet.OpenApi, Vocabularies.OpenApi, KeywordForm.Choices),
    ];

    private static readonly Dictionary<string, SchemaKeyword[]> ByName =
        Rows.GroupBy(k => k.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>The keyword as the normal form has it; null where it has none.</summary>
    public static SchemaKeyword? Find(string name) => Find(name, DialectSet.Connector);

    /// <summary>The keyword as a dialect has it; null where it has none.</summary>
    public static SchemaKeyword? Find(string name, DialectSet dialect)
    {
        foreach (SchemaKeyword keyword in ByName.TryGetValue(name, out SchemaKeyword[]? rows) ? rows : [])
        {
            if ((keyword.In & dialect) != 0)
            {
                return keyword;
            }
        }

        return null;
    }

    public static IEnumerable<string> Names(DialectSet dialect) => Rows.Where(k => (k.In & dialect) != 0).Select(k => k.Name);
}
