using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Interactor.Runtime.Json;
using Xunit;

namespace Interactor.Runtime.Tests.Json;

public sealed class JsonContractTests
{
    private static readonly JsonContract<IReadOnlyList<int>> Numbers = new(
        static (ref JsonScanner scanner, [MaybeNullWhen(false)] out IReadOnlyList<int> value) => JsonRead.TryList(ref scanner, JsonRead.TryInt32, out value),
        static (writer, value) => JsonEmit.List(writer, value, JsonEmit.Int32),
        Schemas.Of("""{"type":"array","maxItems":2,"items":{"type":"integer"}}"""));

    [Fact]
    public void Reads_the_structure_and_leaves_the_rest_to_validation()
    {
        Assert.Equal([1, 2, 3], Numbers.Parse("[1,2,3]"u8));
        Assert.False(Numbers.IsValid("[1,2,3]"u8));
        Assert.Equal("maxItems", Assert.Single(Numbers.Validate("[1,2,3]"u8)).Keyword);
        Assert.True(Numbers.NeedsValidation);
        Assert.False(JsonContracts.String.NeedsValidation);
    }

    [Fact]
    public void A_failure_lists_every_error()
    {
        JsonContractException failure = Assert.Throws<JsonContractException>(() => Numbers.Parse("""["secret",true,1]"""u8));
        Assert.Equal(["", "/0", "/1"], failure.Errors.Select(static e => e.Pointer).Order());
        Assert.Contains("/0 must be an integer", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_schema_allows_and_the_type_cannot_hold_is_located()
    {
        Assert.False(Numbers.TryParse("[1,3000000000]"u8, out _, out IReadOnlyList<ErrorDetail> errors));
        Assert.Equal(new ErrorDetail("/1", "does not fit the type that stands for it"), Assert.Single(errors));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1,2")]
    [InlineData("[1] 2")]
    [InlineData("[1]]")]
    public void Bytes_that_are_not_one_document_are_refused(string document)
    {
        Assert.False(Numbers.TryParse(Schemas.Utf8(document), out _, out IReadOnlyList<ErrorDetail> errors));
        Assert.Null(Assert.Single(errors).Keyword);
    }

    [Fact]
    public void A_null_that_the_type_does_not_have_is_refused_and_located()
    {
        JsonContract<IReadOnlyList<string>> texts = new(
            static (ref JsonScanner scanner, [MaybeNullWhen(false)] out IReadOnlyList<string> value) => JsonRead.TryList(ref scanner, JsonRead.TryString, out value),
            static (writer, value) => JsonEmit.List(writer, value, JsonEmit.String),
            Schemas.Of("true"));

        Assert.Equal(new ErrorDetail("/2", "must not be null"), Assert.Single(Assert.Throws<JsonContractException>(() => texts.Serialize(["a", "b", null!])).Errors));
        Assert.Equal(new ErrorDetail("", "must not be null"), Assert.Single(Assert.Throws<JsonContractException>(() => texts.Serialize(null!)).Errors));
    }

    [Fact]
    public void Writes_compact_text()
    {
        Assert.Equal("[1,2]", Encoding.UTF8.GetString(Numbers.Serialize([1, 2])));
        Assert.Equal("\"<é&+>\"", Encoding.UTF8.GetString(JsonContracts.String.Serialize("<é&+>")));
        Assert.Equal("\"2026-01-31T12:00:00+01:00\"", Encoding.UTF8.GetString(JsonContracts.Timestamp.Serialize(new(2026, 1, 31, 12, 0, 0, TimeSpan.FromHours(1)))));
    }

    [Fact]
    public void Maps_keep_their_order()
    {
        JsonContract<IReadOnlyDictionary<string, decimal>> contract = new(
            static (ref JsonScanner scanner, [MaybeNullWhen(false)] out IReadOnlyDictionary<string, decimal> value) => JsonRead.TryMap(ref scanner, JsonRead.TryDecimal, out value),
            static (writer, value) => JsonEmit.Map(writer, value, JsonEmit.Decimal),
            JsonContracts.Any.Schema);
        Assert.Equal("""{"z":1.10,"a":2}""", Encoding.UTF8.GetString(contract.Serialize(contract.Parse("""{"z":1.10,"a":2}"""u8))));
    }

    [Fact]
    public void Every_simple_contract_writes_what_it_reads()
    {
        RoundTrip(JsonContracts.Any, """{"a":[1.50,null]}""");
        RoundTrip(JsonContracts.String, "\"a\\n\"");
        RoundTrip(JsonContracts.Boolean, "true");
        RoundTrip(JsonContracts.Int32, "-7");
        RoundTrip(JsonContracts.Int64, "9007199254740993");
        RoundTrip(JsonContracts.Single, "0.1");
        RoundTrip(JsonContracts.Double, "0.1");
        RoundTrip(JsonContracts.Decimal, "1.10");
        RoundTrip(JsonContracts.Timestamp, "\"2026-01-31T12:00:00.5Z\"");
        RoundTrip(JsonContracts.Date, "\"2026-01-31\"");
        RoundTrip(JsonContracts.Uuid, "\"123e4567-e89b-12d3-a456-426614174000\"");
        RoundTrip(JsonContracts.Bytes, "\"+/8=\"");
    }

    [Fact]
    public void Extension_data_keeps_order_and_value()
    {
        JsonScanner scanner = new("""{"b":[1,{"c":2}],"a":null,"\u0062":"x"}"""u8);
        Assert.True(TryRead(ref scanner, out ExtensionData? data));
        Assert.Equal(["b", "a"], data.Keys);
        Assert.Equal(JsonValue.From("x"), data["b"]);
        Assert.Equal("""{"b":"x","a":null}""", Encoding.UTF8.GetString(new JsonContract<ExtensionData>(TryRead, Write, JsonContracts.Any.Schema).Serialize(data)));
        ExtensionData same = new([new("a", JsonValue.Null), new("b", JsonValue.From("x"))]);
        Assert.Equal(data, same);
        Assert.Equal(data.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(data, new([new("a", JsonValue.Null)]));
        Assert.NotEqual(data, new([new("a", JsonValue.Null), new("b", JsonValue.From("y"))]));
    }

    [Fact]
    public void Optional_tells_absent_from_null_and_value()
    {
        Optional<string?> absent = default;
        Optional<string?> none = (string?)null;
        Optional<string?> text = "x";
        Assert.False(absent.HasValue);
        Assert.True(none.HasValue);
        Assert.Null(none.Value);
        Assert.Equal("x", text.Value);
        Assert.Null(absent.ValueOrDefault);
        Assert.NotEqual(absent, none);
        Assert.True(text == "x");
        Assert.True(absent == Optional<string?>.Absent);
        Assert.Throws<InvalidOperationException>(() => absent.Value);
    }

    // As generated code declares its readers.
    private static bool TryRead(ref JsonScanner scanner, [NotNullWhen(true)] out ExtensionData? value)
    {
        value = null;
        scanner.TryBeginObject();
        while (scanner.NextMember() && ExtensionData.TryRead(ref scanner, ref value))
        {
        }

        return value is not null;
    }

    private static void Write(Utf8JsonWriter writer, ExtensionData data)
    {
        writer.WriteStartObject();
        data.WriteTo(writer);
        writer.WriteEndObject();
    }

    private static void RoundTrip<T>(JsonContract<T> contract, string json)
    {
        Assert.Empty(contract.Validate(Schemas.Utf8(json)));
        Assert.Equal(json, Encoding.UTF8.GetString(contract.Serialize(contract.Parse(Schemas.Utf8(json)))));
    }
}
