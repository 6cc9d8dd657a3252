using Interactor.Compiler.Tests.Harness;

namespace Interactor.Compiler.Tests.EndToEnd;

/// <summary>Objects whose properties are made of the objects that they are in.</summary>
public sealed class CircleTests
{
    private const string Head = """
        interactor: 1
        id: circles
        version: 1.0.0
        datatypes:

        """;

    [Theory]
    [InlineData(
        """  Node: { type: object, properties: { x: { allOf: [{ $ref: "#/datatypes/Node" }], required: [y] }, y: { type: string } } }""",
        """{"x":{"x":{"y":"a"},"y":"b"}}""",
        """{"x":{"x":{},"y":"b"}}""")]
    [InlineData(
        """  Node: { type: object, properties: { x: { $ref: "#/datatypes/Node", required: [y] }, y: { type: string } } }""",
        """{"x":{"x":{"y":"a"},"y":"b"}}""",
        """{"x":{"x":{},"y":"b"}}""")]
    [InlineData(
        """  Node: { type: object, properties: { x: { allOf: [{ $ref: "#/datatypes/Node" }], properties: { y: { type: string } } } } }""",
        """{"x":{"x":{"y":"a"},"y":"b"}}""",
        """{"x":{"x":{"y":1}}}""")]
    [InlineData(
        """  Node: { type: object, properties: { x: { $ref: "#/datatypes/Node" } }, allOf: [{ properties: { x: { $ref: "#/datatypes/Node" }, y: { type: string } } }] }""",
        """{"x":{"x":{"y":"a"}}}""",
        """{"x":{"x":{"y":1}}}""")]
    [InlineData(
        """
          Node: { allOf: [{ $ref: "#/datatypes/A" }, { $ref: "#/datatypes/B" }] }
          A: { type: object, properties: { x: { $ref: "#/datatypes/A" }, a: { type: string } } }
          B: { type: object, properties: { x: { $ref: "#/datatypes/B" }, b: { type: string } } }
        """,
        """{"a":"1","x":{"x":{"a":"1","b":"2"}}}""",
        """{"x":{"x":{"a":"1","b":2}}}""")]
    [InlineData(
        """  Node: { type: object, properties: { x: { type: array, items: { allOf: [{ $ref: "#/datatypes/Node" }], required: [x] } } } }""",
        """{"x":[{"x":[]}]}""",
        """{"x":[{}]}""")]
    public void A_property_extends_what_it_is_in(string datatypes, string valid, string invalid)
    {
        LoadedCode.LoadedContract contract = LoadedCode.Of(Head + datatypes).Contract("Node");

        Assert.True(contract.TryParseValid(valid, out object? value));
        Assert.Equal(valid.Length, contract.Serialize(value!).Length);
        Assert.False(contract.TryParseValid(invalid, out _));
    }

    [Fact]
    public void Bounds_that_nothing_is_within_are_left_to_the_schema()
    {
        LoadedCode.LoadedContract contract = LoadedCode.Of(Head + """
              None: { type: object, properties: { n: { type: integer, minimum: 1, exclusiveMaximum: 1 } } }
            """).Contract("None");

        Assert.True(contract.TryParseValid("{}", out _));
        Assert.False(contract.TryParseValid("""{"n":1}""", out _));
    }
}
