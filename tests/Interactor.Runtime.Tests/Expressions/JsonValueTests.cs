using System.Text.Json;
using Interactor.Runtime.Json;
using Xunit;

namespace Interactor.Runtime.Tests.Expressions;

public sealed class JsonValueTests
{
    [Fact]
    public void The_default_is_null()
    {
        JsonValue value = default;

        Assert.True(value.IsNull);
        Assert.Equal(JsonValueKind.Null, value.Kind);
        Assert.Equal("null", value.ToString());
        Assert.Equal(JsonValue.Parse("null"), value);
        Assert.False(value.TryGetMember("a", out _));
        Assert.False(value.TryGetItem(0, out _));
    }

    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("100", "1e2", true)]
    [InlineData("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", true)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("\"\\u0061\"", "\"a\"", true)]
    [InlineData("\"\\ud800\"", "\"\\ud800\"", true)]
    [InlineData("\"\\ud800\"", "\"\\ud801\"", false)]
    [InlineData("{\"\\ud800\":1}", "{\"\\ud800\":1}", true)]
    [InlineData("1e400", "1e400", true)]
    [InlineData("null", "false", false)]
    public void Equality_is_that_of_the_content(string left, string right, bool areEqual)
    {
        Assert.Equal(areEqual, JsonValue.Parse(left) == JsonValue.Parse(right));
        Assert.True(!areEqual || JsonValue.Parse(left).GetHashCode() == JsonValue.Parse(right).GetHashCode());
    }

    [Fact]
    public void Values_are_built()
    {
        JsonValue value = JsonValue.Object(
            ("a", JsonValue.From(1)), ("b", JsonValue.From((string?)null)), ("c", JsonValue.Array(JsonValue.From(true), JsonValue.From(1.5m))), ("a", JsonValue.From("ü\"")));

        Assert.Equal("{\"a\":\"ü\\\"\",\"b\":null,\"c\":[true,1.5]}", value.ToString());
        Assert.Equal("[0.1]", JsonValue.Array(JsonValue.From(0.1f)).ToString());
        Assert.Equal("[\"AQI=\"]", JsonValue.Array(JsonValue.From(new byte[] { 1, 2 })).ToString());
        Assert.Equal("\"2026-01-02T03:04:05.6+02:00\"", JsonValue.From(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 600, TimeSpan.FromHours(2))).ToString());
    }

    [Fact]
    public void A_value_owns_its_memory()
    {
        byte[] text = "{\"a\":1}"u8.ToArray();
        JsonValue value = JsonValue.Parse(text);
        text.AsSpan().Clear();

        Assert.True(value.TryGetMember("a", out JsonValue member));
        Assert.Equal("1", member.ToString());
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"\\ud800\":\"\\udc00\"}")]
    [InlineData("1e999999")]
    [InlineData("-0")]
    public void What_parses_can_be_written(string json)
    {
        JsonValue written = JsonValue.From(JsonValue.Parse(json), static (writer, value) => value.WriteTo(writer));

        Assert.Equal(JsonValue.Parse(json), written);
    }
}
