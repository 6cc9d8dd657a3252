using System.Text;
using Interactor.Runtime.Json;
using Xunit;

namespace Interactor.Runtime.Tests.Json;

public sealed class SchemaTests
{
    private const string Draft =
        """
        {"type":"object","required":["to","subject"],"additionalProperties":false,
         "properties":{"to":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/address"}},
                       "subject":{"type":"string","maxLength":998,"pattern":"^[^\\r\\n]*$"},
                       "reply":{"$ref":"#"},"a/b~c":{"type":"integer"}},
         "$defs":{"address":{"type":"object","required":["email"],"properties":{"email":{"type":"string","format":"email"}}}}}
        """;

    [Fact]
    public void Lists_every_error_with_its_place_and_keyword()
    {
        IReadOnlyList<ErrorDetail> errors = Schemas.Of(Draft).Validate(Schemas.Utf8(
            $$$"""{"to":[{"email":"x"},{}],"subject":"{{{new string('s', 999)}}}","a/b~c":"secret","extra":"secret","reply":{"to":[],"subject":1}}"""));
        Assert.Equal(
            [
                new("/to/0/email", "must be an e-mail address (RFC 5321)", "format", "/properties/to/items/$ref/properties/email/format"),
                new("/to/1/email", "is required", "required", "/properties/to/items/$ref/required"),
                new("/subject", "must be at most 998 characters", "maxLength", "/properties/subject/maxLength"),
                new("/a~1b~0c", "must be an integer", "type", "/properties/a~1b~0c/type"),
                new("/extra", "is not allowed", "additionalProperties", "/additionalProperties"),
                new("/reply/to", "must have at least 1 item", "minItems", "/properties/reply/$ref/properties/to/minItems"),
                new("/reply/subject", "must be a string", "type", "/properties/reply/$ref/properties/subject/type"),
            ],
            errors);
        Assert.DoesNotContain(errors, static e => e.Message.Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "is empty, which is not JSON")]
    [InlineData("{\"a\":1,\n  \"b\" 2}", "is not valid JSON (line 2, column 7)")]
    [InlineData("1 2", "is not valid JSON (line 1, column 3)")]
    [InlineData("{\"a\":", "is not valid JSON (line 1, column 6)")]
    public void Bytes_that_are_not_JSON_give_one_error(string document, string message)
    {
        Assert.False(Schemas.Of("true").IsValid(Schemas.Utf8(document)));
        Assert.Equal(new ErrorDetail(string.Empty, message), Schemas.OnlyError("true", document));
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_give_one_error()
    {
        byte[] document = [.. "{\"a\":\n\"x"u8, 0xFF, .. "\"}"u8];
        JsonSchema schema = Schemas.Of("true");
        Assert.False(schema.IsValid(document));
        Assert.Equal(new ErrorDetail(string.Empty, "is not valid UTF-8 (line 2, column 3)"), Assert.Single(schema.Validate(document)));
    }

    [Fact]
    public void A_byte_order_mark_is_skipped() => Assert.True(Schemas.Of("""{"type":"integer"}""").IsValid([0xEF, 0xBB, 0xBF, (byte)'1']));

    [Fact]
    public void Depth_1000_is_valid_and_1001_is_a_located_error()
    {
        JsonSchema schema = Schemas.Of("""{"items":{"$ref":"#"}}""");
        Assert.True(schema.IsValid(Nested(1000)));
        Assert.False(schema.IsValid(Nested(1001)));
        ErrorDetail error = Assert.Single(schema.Validate(Nested(1001)));
        Assert.Equal("is nested more than 1000 levels deep", error.Message);
        Assert.Equal(string.Concat(Enumerable.Repeat("/0", 1000)), error.Pointer);
        Assert.Single(Schemas.Of("true").Validate(Nested(100_000)));
    }

    [Fact]
    public void A_reference_finds_other_datatypes_and_places_inside_them()
    {
        JsonSchema message = null!;
        JsonSchema draft = Schemas.Of(
            """{"properties":{"m":{"$ref":"#/datatypes/Message"},"id":{"$ref":"#/datatypes/Message/properties/id"}}}""",
            reference => reference == "#/datatypes/Message" ? message : null);
        message = Schemas.Of("""{"properties":{"id":{"type":"string"},"draft":{"$ref":"#/datatypes/Draft"}}}""", reference => reference == "#/datatypes/Draft" ? draft : null);
        Assert.True(draft.IsValid("""{"m":{"id":"1","draft":{"id":"2"}}}"""u8));
        Assert.Equal(
            "/properties/m/$ref/properties/draft/$ref/properties/id/$ref/type",
            Assert.Single(draft.Validate("""{"m":{"draft":{"id":2}}}"""u8)).SchemaPointer);
    }

    [Theory]
    [InlineData("#/datatypes/Nobody")]
    [InlineData("#/$defs/nobody")]
    [InlineData("https://example.com/schema")]
    public void A_reference_that_names_nothing_is_our_bug(string reference)
    {
        JsonSchema schema = Schemas.Of("""{"properties":{"a":{"$ref":"REF"}}}""".Replace("REF", reference, StringComparison.Ordinal));
        for (int i = 0; i < 2; i++)
        {
            Assert.Contains(reference, Assert.Throws<InvalidOperationException>(() => schema.IsValid("1"u8)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_reference_that_leads_back_to_itself_asks_nothing_new()
    {
        JsonSchema schema = Schemas.Of("""{"allOf":[{"$ref":"#"},{"type":"string"}]}""");
        Assert.True(schema.IsValid("\"\""u8));
        Assert.Equal("/allOf/1/type", Assert.Single(schema.Validate("1"u8)).SchemaPointer);
    }

    [Fact]
    public void At_is_the_schema_inside_with_its_references()
    {
        JsonSchema to = Schemas.Of(Draft).At("/properties/to");
        Assert.Equal("""{"type":"array","minItems":1,"items":{"$ref":"#/$defs/address"}}""", Encoding.UTF8.GetString(to.Text));
        Assert.True(to.IsValid("""[{"email":"a@example.com"}]"""u8));
        Assert.Equal("/properties/to/items/$ref/required", Assert.Single(to.Validate("[{}]"u8)).SchemaPointer);
        Assert.True(to.At("/items").IsValid("""{"email":"a@example.com"}"""u8));
        Assert.Throws<InvalidOperationException>(() => to.At("/nowhere").IsValid("1"u8));
    }

    [Fact]
    public void A_document_that_makes_unions_explode_is_refused_in_time()
    {
        JsonSchema schema = Schemas.Of(
            """
            {"anyOf":[{"type":"array","items":{"$ref":"#"},"contains":{"const":1}},{"type":"array","items":{"$ref":"#"},"contains":{"const":2}},
                      {"type":"array","maxItems":0}]}
            """);
        byte[] hostile = Schemas.Utf8($"{new string('[', 60)}3{new string(']', 60)}");
        Assert.False(schema.IsValid(hostile));
        Assert.NotEmpty(schema.Validate(hostile));
    }

    [Fact]
    public void Errors_are_not_listed_without_an_end()
    {
        IReadOnlyList<ErrorDetail> errors = Schemas.Of("""{"items":{"type":"string"}}""").Validate(Schemas.Utf8($"[{string.Join(',', Enumerable.Repeat("1", 5000))}]"));
        Assert.Equal(1001, errors.Count);
        Assert.Equal("has more errors; only the first 1000 are listed", errors[^1].Message);
    }

    [Fact]
    public void The_text_is_parsed_once_however_many_threads_come_first()
    {
        int calls = 0;
        byte[] text = Schemas.Utf8("""{"type":"integer"}""");
        JsonSchema schema = new(() => Counted(text, ref calls), static _ => null);
        Assert.Equal(0, calls);
        Parallel.For(0, 64, _ => Assert.True(schema.IsValid("1"u8)));
        Assert.Equal(1, calls);
    }

    [Fact]
    public void Validating_allocates_nothing_when_the_document_matches()
    {
        JsonSchema schema = Schemas.Of(
            """
            {"type":"object","required":["id","tags"],"additionalProperties":{"anyOf":[{"type":"null"},{"$ref":"#"}]},
             "properties":{"id":{"type":"string","pattern":"^[a-z0-9]+(?:-[a-z0-9]+)*$","maxLength":40},
                           "tags":{"type":"array","uniqueItems":true,"items":{"enum":["a","b","é"]},"contains":{"const":"a"}},
                           "when":{"type":"string","format":"date-time"},"mail":{"format":"email"},"size":{"type":"number","multipleOf":0.01,"minimum":0.5},
                           "at":{"format":"ipv6"},"url":{"format":"uri"},"bytes":{"format":"byte"}},
             "patternProperties":{"^x-":{"oneOf":[{"type":"string"},{"type":"integer"}]}},"propertyNames":{"maxLength":20},"maxProperties":20}
            """);
        byte[] document = Schemas.Utf8(
            """
            {"id":"abc-123","tags":["a","b","\u00e9"],"when":"2026-01-31T12:00:00.5+01:00","mail":"a@example.com","size":12.34,"at":"::1",
             "url":"https://example.com/a?b#c","bytes":"aGVsbG8=","x-a":"text \"quoted\"","x-\u0062":7,"child":{"id":"x","tags":["a"],"other":null}}
            """);
        for (int i = 0; i < 200; i++)
        {
            Assert.True(schema.IsValid(document), string.Join('\n', schema.Validate(document)));
        }

        // The runtime trims its pools now and then, so that a single round may have to fill one again.
        bool isValid = true;
        long allocated = Enumerable.Range(0, 5).Min(_ =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++)
            {
                isValid &= schema.IsValid(document);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        });

        Assert.Equal(0, allocated);
        Assert.True(isValid);
    }

    [Fact]
    public void No_bytes_make_it_throw()
    {
        JsonSchema schema = Schemas.Of(Draft);
        byte[] seed = Schemas.Utf8("""{"to":[{"email":"a\u0040example.com"}],"subject":"h\uD83D\uDE00i","a/b~c":1e2,"reply":{"to":[{"email":"x@y"}],"subject":""}}""");
        foreach (byte[] document in Mutations.Of(seed, count: 20_000))
        {
            Assert.Equal(schema.IsValid(document), schema.Validate(document).Count == 0);
        }
    }

    private static byte[] Nested(int depth) => Schemas.Utf8(new string('[', depth) + new string(']', depth));

    private static ReadOnlySpan<byte> Counted(byte[] text, scoped ref int calls)
    {
        Interlocked.Increment(ref calls);
        return text;
    }
}
