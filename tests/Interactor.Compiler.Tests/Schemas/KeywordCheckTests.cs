using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Schemas;

namespace Interactor.Compiler.Tests.Schemas;

/// <summary>A wrong value of a keyword is one finding at its place; the schema around it is compiled all the same.</summary>
public sealed class KeywordCheckTests
{
    [Theory]
    [InlineData("""{"minLength":-1}""", "an integer from 0, but is -1")]
    [InlineData("""{"minItems":1.5}""", "an integer from 0, but is 1.5")]
    [InlineData("""{"multipleOf":0}""", "a number above 0, but is 0")]
    [InlineData("""{"allOf":[]}""", "a list of one or more schemas, but is an empty list")]
    [InlineData("[1]", "A schema must be a mapping, true or false, but is a list")]
    public void A_message_says_what_is_there(string schema, string message) =>
        Assert.Contains(message, Assert.Single(BoundSchema.Of(schema).Bound.Diagnostics).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"type":§"text"§}""", "INTC1206")]
    [InlineData("""{"type":["string",§"text"§]}""", "INTC1206")]
    [InlineData("""{"type":§{}§}""", "INTC1203")]
    [InlineData("""{"enum":§"a"§}""", "INTC1203")]
    [InlineData("""{"enum":["a",§"a"§]}""", "INTC1309")]
    [InlineData("""{"enum":§[]§}""", "INTC1309")]
    [InlineData("""{"required":§"a"§}""", "INTC1203")]
    [InlineData("""{"required":["a",§{}§]}""", "INTC1203")]
    [InlineData("""{"dependentRequired":{"a":§"b"§}}""", "INTC1203")]
    [InlineData("""{"properties":§[]§}""", "INTC1203")]
    [InlineData("""{"properties":{"a":§1§}}""", "INTC1203")]
    [InlineData("""{"patternProperties":{"a§(§":true}}""", "INTC1304")]
    [InlineData("""{"pattern":"[§b§-a]"}""", "INTC1304")]
    [InlineData("""{"pattern":§1§}""", "INTC1203")]
    [InlineData("""{"items":§[true]§}""", "INTC1203")]
    [InlineData("""{"prefixItems":§[]§}""", "INTC1203")]
    [InlineData("""{"prefixItems":[§"a"§]}""", "INTC1203")]
    [InlineData("""{"allOf":§{}§}""", "INTC1203")]
    [InlineData("""{"not":§1§}""", "INTC1203")]
    [InlineData("""{"if":§"a"§,"then":true}""", "INTC1203")]
    [InlineData("""{"contains":§null§}""", "INTC1203")]
    [InlineData("""{"dependentSchemas":{"a":§[]§}}""", "INTC1203")]
    [InlineData("""{"unevaluatedProperties":§"no"§}""", "INTC1203")]
    [InlineData("""{"minLength":§-1§}""", "INTC1203")]
    [InlineData("""{"minItems":§1.5§}""", "INTC1203")]
    [InlineData("""{"maxContains":§"1"§,"contains":true}""", "INTC1203")]
    [InlineData("""{"uniqueItems":§1§}""", "INTC1203")]
    [InlineData("""{"minimum":§"1"§}""", "INTC1203")]
    [InlineData("""{"exclusiveMinimum":§true§}""", "INTC1203")]
    [InlineData("""{"multipleOf":§0§}""", "INTC1203")]
    [InlineData("""{"$ref":§1§}""", "INTC1203")]
    [InlineData("""{"$defs":§[]§}""", "INTC1203")]
    [InlineData("""{"title":§{}§}""", "INTC1203")]
    [InlineData("""{§"requried"§:["a"]}""", "INTC1334")]
    [InlineData("""{"type":"string",§"minItems"§:1}""", "INTC1305")]
    [InlineData("""{"type":"string","default":§1§}""", "INTC1306")]
    [InlineData("""{"enum":["a","b"],"default":§"c"§}""", "INTC1306")]
    [InlineData("""{"minimum":3,"default":§2§}""", "INTC1306")]
    [InlineData("""{"maxLength":1,"default":§"ab"§}""", "INTC1306")]
    [InlineData("""{"minLength":§3§,"maxLength":2}""", "INTC1308")]
    [InlineData("""{"contains":true,"minContains":§3§,"maxContains":2}""", "INTC1308")]
    [InlineData("""{"minimum":§1e400§,"maximum":1e399}""", "INTC1308")]
    [InlineData("""{"minimum":§3§,"exclusiveMaximum":3.0}""", "INTC1308")]
    [InlineData("""{"type":"object","required":[§"a"§],"additionalProperties":false}""", "INTC1308")]
    [InlineData("""{"type":"string","enum":["a",§1§]}""", "INTC1308")]
    [InlineData("""{"type":"integer","const":§1.5§}""", "INTC1308")]
    [InlineData("""§{"type":"string","allOf":[{"type":"integer"}]}§""", "INTC1308")]
    [InlineData("""{"properties":{"a":§{"$ref":"#/$defs/a","type":["array","null"]}§},"$defs":{"a":{"type":"string"}}}""", "INTC1308")]
    [InlineData("""{"properties":{"a":§{"$ref":"#/$defs/a","enum":[1,2]}§},"$defs":{"a":{"const":"a"}}}""", "INTC1308")]
    [InlineData("""{"$anchor":"a","properties":{"b":§{"$anchor":"a"}§}}""", "INTC1330")]
    public void One_mistake_is_one_finding_at_its_place(string marked, string id)
    {
        int start = marked.IndexOf('§', StringComparison.Ordinal);
        int end = marked.LastIndexOf('§') - 1;
        Diagnostic finding = Assert.Single(BoundSchema.Of(marked.Replace("§", "", StringComparison.Ordinal)).Bound.Diagnostics);

        Assert.Equal(id, finding.Descriptor.Id);
        Assert.Equal((start, end), (finding.Location.Range.Start, finding.Location.Range.End));
    }

    [Theory]
    [InlineData("""{"type":["string","null"],"minLength":3,"maxLength":3.0,"enum":["abc",null],"default":null}""")]
    [InlineData("""{"type":"integer","const":1.0,"minimum":1,"maximum":1e0,"default":1}""")]
    [InlineData("""{"required":["a"],"properties":{"b":true}}""")]
    [InlineData("""{"required":["a"],"patternProperties":{"^a":true},"additionalProperties":false}""")]
    [InlineData("""{"x-mine":1,"tsType":"A","enum":[1,1.5,"1",true,null,[],{}]}""")]
    [InlineData("""{"allOf":[{"type":"number"},{"type":"integer"}],"not":{},"items":false}""")]
    [InlineData("""{"maxLength":1e400,"minLength":0}""")]
    public void What_is_right_is_silent(string json) => Assert.Empty(BoundSchema.Of(json).Findings);

    [Fact]
    public void Every_mistake_of_a_schema_is_found()
    {
        BoundSchema schema = BoundSchema.Of("""{"type":"x","minLength":-1,"properties":{"a":{"pattern":"("},"b":{"$ref":"#/none"}},"not":{"items":5}}""");

        Assert.Equal(["INTC1206", "INTC1203", "INTC1304", "INTC1302", "INTC1203"], schema.Findings);
    }

    [Fact]
    public void Findings_of_other_documents_are_told_where_those_are_compiled()
    {
        BoundSchema schema = BoundSchema.Of("""{"$ref":"other.json"}""", documents: BoundSchema.Document("other.json", """{"type":"x","$ref":"#/none"}"""));

        Assert.Empty(schema.Findings);
    }

    [Fact]
    public void An_unreadable_document_is_told_where_it_is_compiled_and_missed_where_it_is_wanted()
    {
        BoundSchema schema = BoundSchema.Of("""{"$ref":"other.json"}""", documents: BoundSchema.Document("other.json", "{"));

        Assert.Equal(["INTC1302"], schema.Findings);
    }

    [Fact]
    public void A_name_of_the_discriminator_without_a_schema_is_told()
    {
        BoundSchema schema = BoundSchema.Of(
            """
            {"components":{"schemas":{
              "Pet":{"type":"object","discriminator":{"propertyName":"kind","mapping":{"cat":"Cat","dog":"#/components/schemas/Dog","cow":"Cow"}}},
              "Cat":{"type":"object"},"Dog":{"type":"object"}}}}
            """,
            SchemaDialect.OpenApi30);

        Assert.Equal(["INTC1335"], schema.Findings);
    }
}
