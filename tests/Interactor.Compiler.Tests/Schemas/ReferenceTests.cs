using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Schemas;

namespace Interactor.Compiler.Tests.Schemas;

/// <summary>What references lead to: identifiers, anchors, pointers, other documents.</summary>
public sealed class ReferenceTests
{
    private const string Target = """{"type":"integer"}""";

    [Theory]
    [InlineData("""{"items":{"$ref":"#/$defs/a"},"$defs":{"a":{"type":"integer"}}}""", "a")]
    [InlineData("""{"items":{"$ref":"#a"},"$defs":{"x":{"$anchor":"a","type":"integer"}}}""", "x")]
    [InlineData("""{"items":{"$ref":"#/$defs/per%25cent~1tilde~0"},"$defs":{"per%cent/tilde~":{"type":"integer"}}}""", "per_cent_tilde_")]
    [InlineData("""{"items":{"$ref":"#/properties/a"},"properties":{"a":{"type":"integer"}}}""", "root.a")]
    [InlineData("""{"items":{"$ref":"#/unknown/0/deep"},"unknown":[{"deep":{"type":"integer"}}]}""", "deep")]
    [InlineData("""{"items":{"$ref":"#/examples/0"},"examples":[{"type":"integer"}]}""", "examples")]
    [InlineData("""{"$id":"http://e.com/a/root.json","items":{"$ref":"b.json"},"$defs":{"x":{"$id":"b.json","type":"integer"}}}""", "x")]
    [InlineData("""{"$id":"http://e.com/a/root.json","items":{"$ref":"b/c.json"},"$defs":{"x":{"$id":"b/","not":{"$id":"c.json","type":"integer"}}}}""", "c")]
    [InlineData("""{"$id":"urn:uuid:1","items":{"$ref":"urn:uuid:2"},"$defs":{"x":{"$id":"urn:uuid:2","type":"integer"}}}""", "x")]
    [InlineData("""{"$id":"http://e.com/root","items":{"$ref":"http://e.com/root#/$defs/x"},"$defs":{"x":{"type":"integer"}}}""", "x")]
    public void A_reference_leads_to_a_place_of_the_document(string json, string key) => Assert.Equal(Target, BoundSchema.Of(json).Unit(key));

    [Theory]
    [InlineData(SchemaDialect.Draft4, """{"items":{"$ref":"#a"},"definitions":{"x":{"id":"#a","type":"string"}}}""")]
    [InlineData(SchemaDialect.Draft7, """{"items":{"$ref":"#a"},"definitions":{"x":{"$id":"#a","type":"string"}}}""")]
    [InlineData(SchemaDialect.Draft7, """{"items":{"$ref":"http://e.com/b#a"},"definitions":{"x":{"$id":"http://e.com/b#a","type":"string"}}}""")]
    public void Until_draft_7_an_identifier_may_be_a_plain_name(SchemaDialect dialect, string json) =>
        Assert.Equal("""{"type":"string"}""", BoundSchema.Of(json, dialect).Unit("x"));

    [Fact]
    public void Until_draft_7_an_identifier_beside_a_reference_is_none()
    {
        BoundSchema schema = BoundSchema.Of(
            """
            {"$id":"http://e.com/root/","properties":{"a":{"$id":"inner/","$ref":"b.json"}},
             "definitions":{"x":{"$id":"http://e.com/root/b.json","type":"integer"},"y":{"$id":"http://e.com/root/inner/b.json","type":"string"}}}
            """,
            SchemaDialect.Draft7);

        Assert.Equal("""{"properties":{"a":{"$ref":"#/$defs/x"}}}""", schema.Root());
    }

    [Fact]
    public void Identifiers_among_values_name_nothing()
    {
        BoundSchema schema = BoundSchema.Of("""{"$id":"http://e.com/","items":{"$ref":"a"},"$defs":{"v":{"enum":[{"$id":"a","type":"null"}]},"x":{"$id":"a","type":"integer"}}}""");

        Assert.Equal("""{"items":{"$ref":"#/$defs/x"}}""", schema.Root());
        Assert.Equal("""{"enum":[{"$id":"a","type":"null"}]}""", schema.Unit("v"));
    }

    [Theory]
    [InlineData("common/address.json")]
    [InlineData("common/address.json#/properties")]
    [InlineData("https://example.com/address")]
    [InlineData("https://example.com/schemas/address.json")]
    [InlineData("https://cdn.example.com/address.json")]
    public void A_document_is_found_by_its_path_its_addresses_and_its_identifier(string reference)
    {
        SchemaDocument address = BoundSchema.Document(
            "schemas/common/address.json",
            """{"$id":"https://example.com/address","properties":{}}""",
            "https://example.com/schemas/address.json",
            "https://cdn.example.com/address.json");

        BoundSchema schema = BoundSchema.Of($$$"""{"items":{"$ref":"{{{reference}}}"}}""", path: "schemas/root.json", documents: address);

        Assert.Empty(schema.Findings);
        Assert.Equal(2, schema.Units().Count());
    }

    [Fact]
    public void Yaml_and_json_refer_to_each_other()
    {
        BoundSchema schema = BoundSchema.Of("$ref: other.json#/$defs/a\n", path: "root.yaml", documents: BoundSchema.Document("other.json", """{"$defs":{"a":{"type":"integer"}}}"""));

        Assert.Equal(Target, schema.Unit("a"));
    }

    [Theory]
    [InlineData("http://json-schema.org/draft-04/schema#")]
    [InlineData("http://json-schema.org/draft-06/schema")]
    [InlineData("http://json-schema.org/draft-07/schema#/definitions/nonNegativeInteger")]
    [InlineData("https://json-schema.org/draft/2019-09/schema")]
    [InlineData("https://json-schema.org/draft/2020-12/schema")]
    [InlineData("https://json-schema.org/draft/2020-12/meta/format-assertion")]
    [InlineData("https://spec.openapis.org/oas/3.1/dialect/base")]
    public void Published_metaschemas_are_documents(string uri)
    {
        BoundSchema schema = BoundSchema.Of($$$"""{"$ref":"{{{uri}}}"}""");

        Assert.NotNull(schema.Bound.Model);
        Assert.Empty(schema.Findings);
    }

    [Theory]
    [InlineData("#/$defs/adress", "'#/$defs/adress' names no schema. Did you mean '#/$defs/address'?")]
    [InlineData("#adr", "'#adr' names no schema. Did you mean '#addr'?")]
    [InlineData("#/$defs/address/type", "'#/$defs/address/type' names no schema. Did you mean '#/$defs/address'?")]
    [InlineData("other.jsn", "'other.jsn' names no schema. Did you mean 'other.json'?")]
    [InlineData("https://elsewhere.example/a", "'https://elsewhere.example/a' names no schema. Its document is not among those given; nothing is fetched from the network.")]
    public void A_broken_reference_is_told_once_at_its_place(string reference, string message)
    {
        string json = $$$"""{"items":{"$ref":"{{{reference}}}"},"$defs":{"address":{"$anchor":"addr","type":"string"} } }""";
        BoundSchema schema = BoundSchema.Of(json, documents: BoundSchema.Document("other.json", "true"));

        Diagnostic finding = Assert.Single(schema.Bound.Diagnostics);
        Assert.Equal(message, finding.Message);
        Assert.Equal(reference, json.Substring(finding.Location.Range.Start + 1, finding.Location.Range.Length - 2));
    }

    [Theory]
    [InlineData("""{"$ref":"#"}""")]
    [InlineData("""{"allOf":[{"$ref":"#"}]}""")]
    [InlineData("""{"$ref":"#/$defs/a","$defs":{"a":{"anyOf":[{"not":{"$ref":"#/$defs/b"}}]},"b":{"if":{"$ref":"#/$defs/a"}}}}""")]
    [InlineData("""{"allOf":[{"$id":"http://e.com/a","allOf":[{"$ref":"http://e.com/a"}]}]}""")]
    [InlineData("""{"dependentSchemas":{"a":{"$ref":"#"}}}""")]
    public void A_circle_without_a_step_into_the_value_is_told_once(string json) => Assert.Equal(["INTC1303"], BoundSchema.Of(json).Findings);

    [Theory]
    [InlineData("""{"properties":{"a":{"$ref":"#"}}}""")]
    [InlineData("""{"items":{"$ref":"#"},"contains":{"$ref":"#"},"propertyNames":{"$ref":"#"}}""")]
    [InlineData("""{"allOf":[{"properties":{"a":{"$ref":"#/allOf/1"}}},{"properties":{"b":{"$ref":"#/allOf/0"}}}]}""")]
    public void A_circle_through_the_value_is_none(string json) => Assert.Empty(BoundSchema.Of(json).Findings);

    [Fact]
    public void A_root_that_only_names_a_definition_is_that_definition()
    {
        BoundSchema schema = BoundSchema.Of(
            """{"$schema":"http://json-schema.org/draft-07/schema#","$ref":"#/definitions/Order","definitions":{"Order":{"type":"object","properties":{"id":{"type":"string"}}}}}""",
            path: "order.schema.json");

        Assert.Equal("Order", schema.Bound.Model!.Name);
        Assert.Equal(["Order"], schema.Bound.Model.Datatypes.Select(d => d.Name));
    }
}
