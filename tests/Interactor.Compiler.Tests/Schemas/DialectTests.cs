using Interactor.Compiler.Schemas;

namespace Interactor.Compiler.Tests.Schemas;

/// <summary>What each dialect writes in its own way is the same in the normal form.</summary>
public sealed class DialectTests
{
    [Theory]
    [InlineData(SchemaDialect.Draft4, """{"minimum":1,"exclusiveMinimum":true,"maximum":9,"exclusiveMaximum":false}""", """{"exclusiveMinimum":1,"maximum":9}""")]
    [InlineData(SchemaDialect.OpenApi30, """{"minimum":1,"exclusiveMinimum":true}""", """{"exclusiveMinimum":1}""")]
    [InlineData(SchemaDialect.Draft6, """{"exclusiveMinimum":1}""", """{"exclusiveMinimum":1}""")]
    [InlineData(SchemaDialect.Draft4, """{"type":"integer"}""", """{"type":"integer","$lexicalInteger":true}""")]
    [InlineData(SchemaDialect.Draft6, """{"type":"integer"}""", """{"type":"integer"}""")]
    [InlineData(SchemaDialect.Draft7, """{"items":[{"type":"string"}],"additionalItems":false}""", """{"prefixItems":[{"type":"string"}],"items":false}""")]
    [InlineData(SchemaDialect.Draft7, """{"items":{"type":"string"},"additionalItems":false}""", """{"items":{"type":"string"}}""")]
    [InlineData(SchemaDialect.Draft201909, """{"contains":{"type":"string"}}""", """{"contains":{"type":"string"},"$containsUnevaluated":true}""")]
    [InlineData(SchemaDialect.Draft7, """{"dependencies":{"a":["b"],"c":{"required":["d"]}}}""", """{"dependentRequired":{"a":["b"]},"dependentSchemas":{"c":{"required":["d"]}}}""")]
    [InlineData(SchemaDialect.Draft202012, """{"dependencies":{"a":["b"]}}""", """{"dependentRequired":{"a":["b"]}}""")]
    [InlineData(SchemaDialect.Draft6, """{"if":{"type":"string"},"then":false,"type":"object"}""", """{"type":"object"}""")]
    [InlineData(SchemaDialect.Draft7, """{"then":false,"minLength":2.0}""", """{"minLength":2}""")]
    [InlineData(SchemaDialect.Draft202012, """{"minContains":2,"maxContains":3}""", "{}")]
    [InlineData(SchemaDialect.Draft7, """{"dependentRequired":{"a":["b"]},"prefixItems":[false],"$anchor":"x"}""", "{}")]
    [InlineData(SchemaDialect.OpenApi30, """{"type":"string","nullable":true}""", """{"type":["string","null"]}""")]
    [InlineData(SchemaDialect.OpenApi30, """{"type":"string","nullable":false}""", """{"type":"string"}""")]
    [InlineData(SchemaDialect.OpenApi30, """{"nullable":true,"allOf":[{"type":"string"}]}""", """{"anyOf":[{"allOf":[{"type":"string"}]},{"type":"null"}]}""")]
    [InlineData(SchemaDialect.OpenApi30, """{"nullable":true,"description":"d"}""", "{}")]
    [InlineData(SchemaDialect.OpenApi31, """{"type":"string","nullable":true}""", """{"type":"string"}""")]
    [InlineData(SchemaDialect.Swagger20, """{"type":"string","x-nullable":true}""", """{"type":["string","null"]}""")]
    [InlineData(SchemaDialect.Swagger20, """{"type":"file"}""", """{"type":"string","format":"binary"}""")]
    [InlineData(SchemaDialect.Draft4, """{"if":{"type":"string"},"const":1,"contains":false}""", "{}")]
    [InlineData(SchemaDialect.Draft202012, """{"contentSchema":{},"contentMediaType":"application/json","format":"email","title":"t"}""", "{}")]
    public void A_schema_is_rewritten(SchemaDialect dialect, string json, string expected) =>
        Assert.Equal(expected, BoundSchema.Of(json, dialect).Root());

    [Theory]
    [InlineData(SchemaDialect.Draft7, """{"properties":{"a":{"$ref":"#/definitions/a"}}}""")]
    [InlineData(SchemaDialect.OpenApi30, """{"properties":{"a":{"$ref":"#/definitions/a"}}}""")]
    [InlineData(SchemaDialect.Draft201909, """{"properties":{"a":{"$ref":"#/definitions/a","maxLength":3}}}""")]
    public void Siblings_of_a_reference_count_from_2019_09_on(SchemaDialect dialect, string expected) => Assert.Equal(
        expected.Replace("#/definitions/a", "#/$defs/a", StringComparison.Ordinal),
        BoundSchema.Of("""{"properties":{"a":{"$ref":"#/definitions/a","maxLength":3}},"definitions":{"a":{"type":"string"}}}""", dialect).Root());

    [Fact]
    public void Formats_and_contents_are_there_where_they_are_asserted()
    {
        const string json = """{"format":"email","contentEncoding":"base64"}""";

        Assert.Equal("""{"format":"email"}""", BoundSchema.Of(json, assertions: SchemaAssertions.Format).Root());
        Assert.Equal("""{"contentEncoding":"base64"}""", BoundSchema.Of(json, assertions: SchemaAssertions.Content).Root());
    }

    [Fact]
    public void A_schema_names_its_dialect()
    {
        BoundSchema schema = BoundSchema.Of("""{"$schema":"http://json-schema.org/draft-04/schema#","minimum":1,"exclusiveMinimum":true}""");

        Assert.Equal("""{"exclusiveMinimum":1}""", schema.Root());
    }

    [Fact]
    public void A_target_is_read_in_its_own_dialect()
    {
        BoundSchema schema = BoundSchema.Of(
            """{"items":{"$ref":"old.json"},"prefixItems":[{"$ref":"same.json"}]}""",
            documents:
            [
                BoundSchema.Document("old.json", """{"$schema":"http://json-schema.org/draft-07/schema#","prefixItems":[false],"items":[true]}"""),
                BoundSchema.Document("same.json", """{"prefixItems":[false],"items":true}"""),
            ]);

        Assert.Equal("""{"prefixItems":[true]}""", schema.Unit("old"));
        Assert.Equal("""{"prefixItems":[false],"items":true}""", schema.Unit("same"));
    }

    [Fact]
    public void Vocabularies_make_a_dialect()
    {
        const string meta = """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://example.com/meta",
             "$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/core":true,"https://json-schema.org/draft/2020-12/vocab/applicator":true,
                            "https://json-schema.org/draft/2020-12/vocab/format-assertion":false,"https://example.com/vocab":false}}
            """;

        BoundSchema schema = BoundSchema.Of(
            """{"$schema":"https://example.com/meta","minLength":3,"properties":{"a":{"type":"string","format":"email"}}}""",
            documents: BoundSchema.Document("meta.json", meta));

        Assert.Equal("""{"properties":{"a":{"format":"email"}}}""", schema.Root());
        Assert.Empty(schema.Findings);
    }

    [Theory]
    [InlineData("""{"$schema":"http://json-schema.org/draft-7/schema"}""", "INTC1331")]
    [InlineData("""{"$schema":"https://example.com/none"}""", "INTC1331")]
    [InlineData("""{"$schema":"https://example.com/meta"}""", "INTC1332")]
    public void Nobody_guesses_what_an_unknown_dialect_means(string json, string id)
    {
        const string meta = """{"$id":"https://example.com/meta","$schema":"https://json-schema.org/draft/2020-12/schema","$vocabulary":{"https://example.com/vocab":true}}""";

        Assert.Equal([id], BoundSchema.Of(json, documents: BoundSchema.Document("meta.json", meta)).Findings);
    }

    [Fact]
    public void Marks_of_expressions_are_text_in_a_schema_on_its_own()
    {
        BoundSchema schema = BoundSchema.Of("""{"properties":{"${a}":{"const":"$${b}"}},"required":["${a}"]}""");

        Assert.Equal("""{"properties":{"${a}":{"const":"$${b}"}},"required":["${a}"]}""", schema.Root());
    }
}
