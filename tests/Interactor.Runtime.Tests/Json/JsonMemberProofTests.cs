using Interactor.Runtime.Json;
using Xunit;

namespace Interactor.Runtime.Tests.Json;

/// <summary>What no test of the value stands for is validated while it is read, and only there.</summary>
public sealed class JsonMemberProofTests
{
    private static readonly JsonSchema Schema = Schemas.Of(
        """
        {
          "type": "object",
          "properties": { "price": { "type": "number", "multipleOf": 0.01 }, "title": { "type": "string", "minLength": 1 } },
          "propertyNames": { "maxLength": 8 },
          "additionalProperties": { "type": "array", "contains": { "const": 1 } }
        }
        """);

    private static readonly JsonContract<Priced> Contract = PricedJson.Contract;

    [Theory]
    [InlineData("""{"price":1.25,"title":"a"}""", true)]
    [InlineData("""{"price":1.255,"title":"a"}""", false)]
    [InlineData("""{"title":"a","more":[0,1]}""", true)]
    [InlineData("""{"title":"a","more":[0]}""", false)]
    [InlineData("""{"title":"a","much longer":[1]}""", false)]
    [InlineData("""{"title":"a","m\u006Fre":[1]}""", true)]
    [InlineData("""{"title":"a","much l\u006Fnger":[1]}""", false)]
    [InlineData("""{"title":""}""", false)]
    [InlineData("""{"price":1.255,"price":1,"title":"a"}""", false)]
    [InlineData("""{"price":1.25,"title":"a",}""", false)]
    public void A_document_is_valid_when_test_and_proof_say_so(string json, bool isValid)
    {
        Assert.Equal(isValid, Schema.IsValid(Schemas.Utf8(json)));
        Assert.Equal(isValid, Contract.TryParseValid(Schemas.Utf8(json), out _, out IReadOnlyList<ErrorDetail> errors));
        Assert.Equal(isValid, errors.Count == 0);
    }

    [Fact]
    public void Reading_alone_proves_nothing() => Assert.True(Contract.TryParse("""{"price":1.255,"title":"a"}"""u8, out _, out _));

    [Fact]
    public void A_value_that_was_not_read_is_not_sure() => Assert.False(Contract.IsSurelyValid(new("a")));

    [Fact]
    public void What_is_lossy_in_a_proven_value_does_not_matter()
    {
        JsonScanner scanner = new("""[1.00000000000000001,1.00000000000000001]"""u8);
        scanner.BeginProving();
        scanner.TryBeginArray();
        Assert.True(scanner.NextItem());
        scanner.Prove(Schemas.Of("""{"type":"number"}"""));
        Assert.True(JsonRead.TryDouble(ref scanner, out _));
        Assert.False(scanner.IsLossy);
        Assert.True(scanner.NextItem());
        Assert.True(JsonRead.TryDouble(ref scanner, out _));
        Assert.True(scanner.IsLossy);
    }

    [Fact]
    public void What_lies_in_a_proven_value_is_not_validated_again()
    {
        JsonScanner scanner = new("""[[1]]"""u8);
        scanner.BeginProving();
        scanner.Prove(Schemas.Of("true"));
        scanner.TryBeginArray();
        Assert.True(scanner.NextItem());
        scanner.Prove(Schemas.Of("false"));
        Assert.False(scanner.IsLossy);
    }

    private sealed record Priced(string? Title);

    private abstract class PricedJson : JsonRecord<Priced, PricedJson>, IJsonRecord<Priced>
    {
        public static JsonSchema Part => JsonMemberProofTests.Schema;

        public static JsonFacts Facts => new("-price,-title");

        public static JsonMemberProof Proof => new(Schema.At("/propertyNames"), Schema.At("/additionalProperties"), (0, Schema.At("/properties/price")));

        public static Priced Walk(ref JsonWalk walk, Priced? value)
        {
            walk.Any(default);
            return new(walk.String(value?.Title));
        }

        public static bool Test(Priced value) => value.Title?.Length > 0;
    }
}
