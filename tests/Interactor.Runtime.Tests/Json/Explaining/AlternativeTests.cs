using Xunit;

namespace Interactor.Runtime.Tests.Json.Explaining;

/// <summary>Of several alternatives the one that was meant is explained, where that can be told.</summary>
public sealed class AlternativeTests
{
    private const string Shapes =
        """
        {"oneOf":[{"type":"null"},{"$ref":"#/$defs/circle"},{"$ref":"#/$defs/square"}],
         "$defs":{"circle":{"type":"object","required":["kind","r"],"properties":{"kind":{"const":"circle"},"r":{"type":"number"}}},
                  "square":{"allOf":[{"$ref":"#/$defs/base"}],"required":["w","h"],"properties":{"kind":{"enum":["square"]},"w":{"type":"number"},"h":{"type":"number"}}},
                  "base":{"type":"object","required":["kind"],"properties":{"color":{"type":"string"}}}}}
        """;

    private const string Exactly = "must match exactly one of the 3 alternatives";

    [Theory]
    [InlineData(Shapes, """{"kind":"square","w":"x","h":1,"color":7}""", "", Exactly, "/color", "must be a string", "/w", "must be a number")]
    [InlineData(Shapes, """{"kind":"circle"}""", "", Exactly, "/r", "is required")]
    [InlineData(Shapes, """{"kind":"line","r":1}""", "", Exactly, "/kind", "must be \"circle\" or \"square\"")]
    [InlineData(Shapes, """[]""", "", Exactly)]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":["integer","null"]}]}""", "{}", "", "must be one of a string, an integer, null")]
    [InlineData("""{"anyOf":[{"type":"string","maxLength":1},{"type":"null"}]}""", "\"ab\"", "", "must match at least one of the 2 alternatives", "", "must be at most 1 character")]
    [InlineData("""{"anyOf":[{"required":["a"]},{"required":["b"]}]}""", "{}", "", "must match at least one of the 2 alternatives")]
    [InlineData("""{"anyOf":[{"required":["a","b"]},{"required":["c","d"]}]}""", "{\"a\":1}", "", "must match at least one of the 2 alternatives", "/b", "is required")]
    [InlineData("""{"oneOf":[{"minimum":1},{"maximum":2}]}""", "1.5", "", "must match exactly one of the 2 alternatives, and matches 2")]
    [InlineData(
        """{"properties":{"a":{"anyOf":[{"type":"null"},{"$ref":"#"}]}},"additionalProperties":false}""", """{"a":{"a":{"b":1}}}""",
        "/a", "must match at least one of the 2 alternatives", "/a/a", "must match at least one of the 2 alternatives", "/a/a/b", "is not allowed")]
    public void The_one_that_was_meant_is_explained(string schema, string document, params string[] expected) =>
        Assert.Equal(expected, Schemas.Of(schema).Validate(Schemas.Utf8(document)).SelectMany(static e => new[] { e.Pointer, e.Message }));
}
