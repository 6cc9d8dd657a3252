using Interactor.Compiler.Tests.Harness;

namespace Interactor.Compiler.Tests.Types;

/// <summary>What schemas without parts become.</summary>
public sealed class ScalarTypeTests
{
    [Theory]
    [InlineData("type: integer", "long?")]
    [InlineData("type: integer, format: int8", "sbyte?")]
    [InlineData("type: integer, format: uint8", "byte?")]
    [InlineData("type: integer, format: int16", "short?")]
    [InlineData("type: integer, format: uint16", "ushort?")]
    [InlineData("type: integer, format: int32", "int?")]
    [InlineData("type: integer, format: uint32", "uint?")]
    [InlineData("type: integer, format: int64", "long?")]
    [InlineData("type: integer, format: uint64", "ulong?")]
    [InlineData("type: number", "double?")]
    [InlineData("type: number, format: float", "float?")]
    [InlineData("type: number, format: decimal", "decimal?")]
    [InlineData("type: [integer, number]", "double?")]
    [InlineData("type: boolean, enum: [true]", "bool?")]
    [InlineData("type: string, format: byte", "ReadOnlyMemory<byte>?")]
    [InlineData("type: string, format: binary", "BinaryContent?")]
    [InlineData("type: string, format: uri", "string?")]
    [InlineData("type: string, format: time", "string?")]
    [InlineData("type: string, format: duration", "string?")]
    [InlineData("type: string, format: uuid", "Guid?")]
    [InlineData("type: string, format: date", "DateOnly?")]
    [InlineData("type: string, format: date-time", "DateTimeOffset?")]
    [InlineData("items: { type: string }", "IReadOnlyList<string>?")]
    [InlineData("additionalProperties: { type: string }", "IReadOnlyDictionary<string, string>?")]
    public void A_schema_has_the_type_that_fits(string schema, string type) =>
        Assert.Contains($"public {type} It {{ get; init; }}", GeneratedTypes.Of($"Thing: {{ type: object, properties: {{ it: {{ {schema} }} }} }}")["Thing"]);

    [Theory]
    [InlineData("minimum: 5, maximum: 4")]
    [InlineData("exclusiveMinimum: 5, maximum: 5")]
    [InlineData("minimum: 0.5, maximum: 0.5")]
    public void Bounds_that_leave_no_number_compile(string bounds) =>
        Assert.Equal(["A"], GeneratedTypes.Of($"A: {{ type: object, properties: {{ n: {{ type: number, {bounds} }} }} }}").Names);

    [Fact]
    public void Numbers_of_every_width_go_through_expressions()
    {
        GeneratedTypes types = GeneratedTypes.Of(
            """
            Numbers: { type: object, required: [a, b, c, d], properties: { a: { type: integer, format: uint8 }, b: { type: integer, format: uint32 }, c: { type: integer, format: uint64 }, d: { type: integer, enum: [1, 2] }, e: { type: array, items: { type: integer, format: uint64 } } } }
            """,
            actions: """
                count:
                  version: 1.0.0
                  name: Count
                  effect: write
                  input: { $ref: "#/datatypes/Numbers" }
                  request: { method: POST, path: "/x/{a}/{c}", query: { sum: "${input.a + input.b}", more: "${input.c + 1}", level: "${input.d}", is: "${string(input.c == input.b)}", level2: "${string(input.d == 1)}" }, json: { c: "${input.c}", e: "${input.e}", d: "${input.d}" } }
                """);

        Assert.Empty(types.Findings);
    }

    [Fact]
    public void A_list_of_values_that_C_sharp_names_is_an_enum()
    {
        GeneratedTypes types = GeneratedTypes.Of("""
            Small: { type: integer, format: int32, enum: [-1, 0], x-enum-varnames: [below, Zero], x-enum-descriptions: [Less., None.] }
            Text: { type: string, enum: [a, b], x-enum-varnames: [First, Second] }
            Huge: { type: integer, enum: [1, 99999999999999999999] }
            """);

        Assert.Equal(["public enum Small", "Below = -1,", "Zero = 0,"], types["Small"]);
        Assert.Contains("public static readonly Text First = new(\"a\"), Second = new(\"b\");", types["Text"]);
        Assert.Empty(types["Huge"]);
    }
}
