using System.Text.Json;
using System.Text.Json.Serialization;
using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Json;

public sealed class JsonContractConverterTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new ThingConverter() } };

    [Fact]
    public void The_serializer_reads_and_writes_by_the_contract()
    {
        const string json = """{"Things":[{"name":"a","size":1},null],"Best":{"name":"b\"","size":2}}""";
        Box? box = JsonSerializer.Deserialize<Box>(json, Options);
        Assert.NotNull(box);
        Assert.Equal([new Thing("a", 1), null], box.Things);
        Assert.Equal(new Thing("b\"", 2), box.Best);
        Assert.Equal(json.Replace("\\\"", "\\u0022", StringComparison.Ordinal), JsonSerializer.Serialize(box, Options));
    }

    [Fact]
    public async Task A_value_that_comes_in_pieces_is_read()
    {
        string json = $$"""  {  "name" : "{{new string('x', 20_000)}}" , "size" : 3, "more": [1, {}] } """;
        using MemoryStream stream = new(Schemas.Utf8(json));
        Thing? thing = await JsonSerializer.DeserializeAsync<Thing>(stream, Options, TestContext.Current.CancellationToken);
        Assert.Equal(20_000, thing!.Name.Length);
    }

    [Fact]
    public void A_mismatch_is_located_and_no_value_is_told()
    {
        JsonException failure = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Box>("""{"Best":{"name":"secret","size":"x"}}""", Options));
        Assert.Contains("/size must be an integer", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    private sealed class ThingConverter() : JsonContractConverter<Thing>(Thing.Contract);

    private sealed class Box
    {
        [JsonPropertyOrder(0)]
        public List<Thing?>? Things { get; set; }

        [JsonPropertyOrder(1)]
        public Thing? Best { get; set; }
    }
}
