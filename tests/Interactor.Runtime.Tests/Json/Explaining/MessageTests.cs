using System.Text;
using Interactor.Runtime.Json;
using Xunit;

namespace Interactor.Runtime.Tests.Json.Explaining;

/// <summary>What is said about each keyword: what is allowed, where it is missing, and nothing of the document.</summary>
public sealed class MessageTests
{
    [Theory]
    [InlineData("""{"type":["string","integer","null"]}""", "1.5", "", "must be one of a string, an integer, null", "/type")]
    [InlineData("""{"const":{"a":1}}""", "{}", "", "must be {\"a\":1}", "/const")]
    [InlineData("""{"enum":["a","b"]}""", "\"c\"", "", "must be \"a\" or \"b\"", "/enum")]
    [InlineData("""{"minimum":1e2}""", "99", "", "must be at least 1e2", "/minimum")]
    [InlineData("""{"maximum":1}""", "2", "", "must be at most 1", "/maximum")]
    [InlineData("""{"exclusiveMinimum":0}""", "0.0", "", "must be greater than 0", "/exclusiveMinimum")]
    [InlineData("""{"exclusiveMaximum":0}""", "0", "", "must be less than 0", "/exclusiveMaximum")]
    [InlineData("""{"multipleOf":0.1}""", "0.35", "", "must be a multiple of 0.1", "/multipleOf")]
    [InlineData("""{"minLength":2}""", "\"a\"", "", "must be at least 2 characters", "/minLength")]
    [InlineData("""{"maxLength":1}""", "\"ab\"", "", "must be at most 1 character", "/maxLength")]
    [InlineData("""{"pattern":"^a+$"}""", "\"b\"", "", "must match the pattern ^a+$", "/pattern")]
    [InlineData("""{"format":"int32"}""", "1e10", "", "must be an integer from -2147483648 to 2147483647", "/format")]
    [InlineData("""{"contentEncoding":"base64","contentMediaType":"application/json"}""", "\"!\"", "", "must be base64 (RFC 4648, section 4)", "/contentEncoding")]
    [InlineData("""{"contentEncoding":"base64","contentMediaType":"application/json"}""", "\"eHg=\"", "", "must hold JSON", "/contentMediaType")]
    [InlineData("""{"contentMediaType":"application/json","contentSchema":{"type":"null"}}""", "\"1\"", "", "must hold JSON that matches its schema", "/contentSchema")]
    [InlineData("""{"not":{"type":"string"}}""", "\"a\"", "", "must not be a string", "/not")]
    [InlineData("""{"not":{"enum":["a","b"]}}""", "\"a\"", "", "must not be \"a\" or \"b\"", "/not")]
    [InlineData("""{"not":{"required":["a"]}}""", "{\"a\":1}", "", "must not have the member 'a'", "/not")]
    [InlineData("""{"not":{"pattern":"a"}}""", "\"a\"", "", "must not match the pattern a", "/not")]
    [InlineData("""{"not":{"minimum":1}}""", "1", "", "must not match the schema that is ruled out", "/not")]
    [InlineData("""{"if":{"type":"string"},"then":{"minLength":2}}""", "\"a\"", "", "must be at least 2 characters", "/then/minLength")]
    [InlineData("""{"if":{"type":"string"},"else":{"minimum":2}}""", "1", "", "must be at least 2", "/else/minimum")]
    [InlineData("""{"dependentSchemas":{"a":{"maxProperties":1}}}""", "{\"a\":1,\"b\":2}", "", "must have at most 1 member", "/dependentSchemas/a/maxProperties")]
    [InlineData("""{"dependentRequired":{"a":["b"]}}""", "{\"a\":1}", "/b", "is required when a is present", "/dependentRequired")]
    [InlineData("""{"required":["a/b"]}""", "{}", "/a~1b", "is required", "/required")]
    [InlineData("""{"minProperties":1}""", "{}", "", "must have at least 1 member", "/minProperties")]
    [InlineData("""{"minItems":1}""", "[]", "", "must have at least 1 item", "/minItems")]
    [InlineData("""{"maxItems":1}""", "[1,2]", "", "must have at most 1 item", "/maxItems")]
    [InlineData("""{"uniqueItems":true}""", "[1,2,[],2.0]", "", "must not have two equal items, and those at 1 and 3 are", "/uniqueItems")]
    [InlineData("""{"contains":{"const":1}}""", "[2]", "", "must have at least 1 item of the kind that the schema asks for", "/contains")]
    [InlineData("""{"contains":{"const":1},"minContains":2}""", "[1]", "", "must have at least 2 items of the kind that the schema asks for", "/minContains")]
    [InlineData("""{"contains":{"const":1},"maxContains":1}""", "[1,1]", "", "must have at most 1 item of the kind that the schema asks for", "/maxContains")]
    [InlineData("""{"prefixItems":[true,{"type":"string"}]}""", "[1,2]", "/1", "must be a string", "/prefixItems/1/type")]
    [InlineData("""{"prefixItems":[true],"items":false}""", "[1,2]", "/1", "is not allowed", "/items")]
    [InlineData("""{"patternProperties":{"^a/":{"type":"string"}}}""", "{\"a/\":1}", "/a~1", "must be a string", "/patternProperties/^a~1/type")]
    [InlineData("""{"additionalProperties":false}""", "{\"a~\":1}", "/a~0", "is not allowed", "/additionalProperties")]
    [InlineData("""{"propertyNames":{"pattern":"^x-"}}""", "{\"a\":1}", "/a", "has a name that must match the pattern ^x-", "/propertyNames/pattern")]
    [InlineData("""{"unevaluatedProperties":false,"$ref":"#/$defs/a","$defs":{"a":{"properties":{"a":true}}}}""", "{\"a\":1,\"b\":2}", "/b", "is not allowed", "/unevaluatedProperties")]
    [InlineData("""{"unevaluatedItems":{"type":"null"},"prefixItems":[true]}""", "[1,2]", "/1", "must be null", "/unevaluatedItems/type")]
    [InlineData("""{"unevaluatedProperties":false,"allOf":[{"properties":{"a":{"type":"string"}}}]}""", "{\"a\":1}", "/a", "must be a string", "/allOf/0/properties/a/type")]
    [InlineData("false", "1", "", "is not allowed", "")]
    public void Says_what_is_allowed(string schema, string document, string pointer, string message, string schemaPointer)
    {
        ErrorDetail error = Schemas.OnlyError(schema, document);
        Assert.Equal((pointer, message, schemaPointer), (error.Pointer, error.Message, error.SchemaPointer));
    }

    [Fact]
    public void A_lone_surrogate_in_a_name_is_part_of_its_place() =>
        Assert.Equal("/a\uD83D/0", Schemas.OnlyError("""{"additionalProperties":{"items":{"type":"null"}}}""", "{\"a\\ud83d\":[1]}").Pointer);

    [Fact]
    public void Every_occurrence_of_a_name_is_looked_at() =>
        Assert.Equal(2, Schemas.Of("""{"properties":{"a":{"type":"null"}},"maxProperties":1}""").Validate("""{"a":1,"a":null}"""u8).Count);

    [Fact]
    public void A_hostile_schema_and_document_are_given_up_and_not_waited_for()
    {
        JsonSchema schema = Schemas.Of("""{"allOf":[{"items":{"$ref":"#"}},{"items":{"$ref":"#"}}],"anyOf":[{"items":{"$ref":"#"}},{"type":"integer"},{"items":{"$ref":"#"}}],"maxItems":1}""");
        foreach (int depth in (int[])[30, 300, 999])
        {
            byte[] document = Encoding.UTF8.GetBytes($"{new string('[', depth)}1,2{new string(']', depth)}");
            Assert.False(schema.IsValid(document));
            Assert.InRange(schema.Validate(document).Count, 1, 1001);
        }
    }
}
