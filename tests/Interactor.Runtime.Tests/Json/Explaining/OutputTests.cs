using System.Buffers;
using System.Text;
using System.Text.Json;
using Interactor.Runtime.Json;
using Xunit;

namespace Interactor.Runtime.Tests.Json.Explaining;

/// <summary>The output formats of JSON Schema 2020-12 core, section 12.4.</summary>
public sealed class OutputTests
{
    // The polygon of section 12.4, in the form that the compiler gives it.
    private const string Polygon =
        """
        {"$source":"https://example.com/polygon#","$ref":"#/$defs/polygon",
         "$defs":{"point":{"$source":"https://example.com/polygon#/$defs/point","type":"object","properties":{"x":{"type":"number"},"y":{"type":"number"}},
                           "additionalProperties":false,"required":["x","y"]},
                  "polygon":{"$source":"https://example.com/polygon#/$defs/polygon","type":"array","items":{"$ref":"#/$defs/point"},"minItems":3}}}
        """;

    private const string Document = """[{"x":2.5,"y":1.3},{"x":1,"z":6.7}]""";

    [Fact]
    public void Flag_is_the_answer_alone()
    {
        Assert.Equal("""{"valid":false}""", Write(Polygon, Document, SchemaOutput.Flag));
        Assert.Equal("""{"valid":true}""", Write("true", "1", SchemaOutput.Flag));
    }

    [Fact]
    public void Basic_is_a_flat_list() => Assert.Equal(
        """
        {"valid":false,"errors":[
        {"keywordLocation":"/$ref/minItems","absoluteKeywordLocation":"https://example.com/polygon#/$defs/polygon/minItems","instanceLocation":"","error":"must have at least 3 items"},
        {"keywordLocation":"/$ref/items/$ref/additionalProperties","absoluteKeywordLocation":"https://example.com/polygon#/$defs/point/additionalProperties","instanceLocation":"/1/z","error":"is not allowed"},
        {"keywordLocation":"/$ref/items/$ref/required","absoluteKeywordLocation":"https://example.com/polygon#/$defs/point/required","instanceLocation":"/1","error":"'y' is required"}]}
        """.ReplaceLineEndings(string.Empty),
        Write(Polygon, Document, SchemaOutput.Basic));

    [Fact]
    public void Detailed_is_a_tree_without_needless_nodes() => Assert.Equal(
        """
        {"valid":false,"keywordLocation":"","absoluteKeywordLocation":"https://example.com/polygon#","instanceLocation":"","errors":[
        {"valid":false,"keywordLocation":"/$ref","absoluteKeywordLocation":"https://example.com/polygon#/$defs/polygon","instanceLocation":"","errors":[
        {"valid":false,"keywordLocation":"/$ref/minItems","absoluteKeywordLocation":"https://example.com/polygon#/$defs/polygon/minItems","instanceLocation":"","error":"must have at least 3 items"},
        {"valid":false,"keywordLocation":"/$ref/items/$ref","absoluteKeywordLocation":"https://example.com/polygon#/$defs/point","instanceLocation":"/1","errors":[
        {"valid":false,"keywordLocation":"/$ref/items/$ref/additionalProperties","absoluteKeywordLocation":"https://example.com/polygon#/$defs/point/additionalProperties","instanceLocation":"/1/z","error":"is not allowed"},
        {"valid":false,"keywordLocation":"/$ref/items/$ref/required","absoluteKeywordLocation":"https://example.com/polygon#/$defs/point/required","instanceLocation":"/1","error":"'y' is required"}]}]}]}
        """.ReplaceLineEndings(string.Empty),
        Write(Polygon, Document, SchemaOutput.Detailed));

    // Texts of several schemas begin with a reference to the one that is meant.
    [Fact]
    public void What_no_author_wrote_is_in_no_location()
    {
        const string addresses = """{"$ref":"#/$defs/address","$defs":{"address":{"$source":"address.json#","properties":{"street":{"type":"string"}}}}}""";
        const string orders =
            """
            {"$ref":"#/$defs/order","$defs":{"order":{"$source":"order.json#","properties":{"id":{"format":"uuid"},"lines":{"items":{"$ref":"#/$defs/Line"}},"to":{"$ref":"#/datatypes/address"}}},
             "Line":{"$source":"order.json#/$defs/Line","required":["sku"]}}}
            """;
        JsonSchema address = Schemas.Of(addresses);
        JsonSchema order = Schemas.Of(orders, reference => reference == "#/datatypes/address" ? address : null);

        Assert.Equal(
            ["/properties/id/format", "/properties/lines/items/$ref/required", "/properties/to/$ref/properties/street/type"],
            order.Validate("""{"id":"x","lines":[{}],"to":{"street":1}}"""u8).Select(static e => e.SchemaPointer));
        Assert.Equal("/required", Assert.Single(order.At("/$defs/Line").Validate("{}"u8)).SchemaPointer);
    }

    [Fact]
    public void An_alternative_is_nested_in_its_union() => Assert.Equal(
        """
        {"valid":false,"keywordLocation":"","instanceLocation":"","errors":[{"valid":false,"keywordLocation":"/anyOf","instanceLocation":"",
        "error":"must match at least one of the 2 alternatives","errors":[{"valid":false,"keywordLocation":"/anyOf/0/maxLength","instanceLocation":"","error":"must be at most 1 character"}]}]}
        """.ReplaceLineEndings(string.Empty),
        Write("""{"anyOf":[{"type":"string","maxLength":1},{"type":"null"}]}""", "\"ab\"", SchemaOutput.Detailed));

    [Theory]
    [InlineData(SchemaOutput.Basic)]
    [InlineData(SchemaOutput.Detailed)]
    public void Bytes_that_are_not_JSON_have_no_schema_to_point_at(SchemaOutput output) =>
        Assert.Contains("is not valid JSON (line 1, column 2)", Write("true", "{", output), StringComparison.Ordinal);

    [Theory]
    [InlineData(SchemaOutput.Basic)]
    [InlineData(SchemaOutput.Detailed)]
    public void A_place_that_UTF_8_cannot_say_is_written_all_the_same(SchemaOutput output) =>
        Assert.Contains("/a\\uFFFD", Write("""{"additionalProperties":false}""", "{\"a\\ud83d\":1}", output), StringComparison.Ordinal);

    [Fact]
    public void What_is_left_out_is_said()
    {
        string many = $"[{string.Join(',', Enumerable.Repeat("1", 2000))}]";
        using JsonDocument basic = JsonDocument.Parse(Write("""{"items":{"type":"string"}}""", many, SchemaOutput.Basic));
        Assert.Equal(1001, basic.RootElement.GetProperty("errors").GetArrayLength());
        Assert.Contains("only the first 1000 are listed", Write("""{"items":{"type":"string"}}""", many, SchemaOutput.Detailed), StringComparison.Ordinal);
    }

    private static string Write(string schema, string document, SchemaOutput output)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            Schemas.Of(schema).WriteOutput(Schemas.Utf8(document), output, writer);
        }

        string text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        return text.Replace("\\u0027", "'", StringComparison.Ordinal);
    }
}
