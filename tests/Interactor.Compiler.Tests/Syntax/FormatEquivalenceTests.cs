using System.Text.Json;

namespace Interactor.Compiler.Tests.Syntax;

public sealed class FormatEquivalenceTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"a\": 1, \"b\": -2.50, \"c\": 1e3, \"d\": true, \"e\": false, \"f\": null, \"g\": \"\"}")]
    [InlineData("{\"\": 1, \"true\": 2, \"1\": 3, \"<<\": 4, \"a b\": 5}")]
    [InlineData("[\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0041 \\uD83D\\uDE00\", \"true\", \"12\", \"~\"]")]
    [InlineData("[[[1, [2, {\"a\": []}]], {}], \"x: y # z, - [a]\"]")]
    [InlineData("{\"a\":1,\"b\":[\"x\",\"y\"],\"c\":{\"d\":\"e\"}}")]
    [InlineData("{\n  \"a\": \"${input.x}\",\r\n  \"b\": 123456789012345678901234567890\n}\n")]
    public void Json_is_the_same_in_either_file(string text)
    {
        string expected = TreeText.Of(Reading.Clean("connector.json", text).Root);

        Assert.Equal(expected, TreeText.Of(Reading.Clean("connector.yaml", text).Root));
    }

    [Fact]
    public void Yaml_is_the_same_as_its_json()
    {
        const string yaml = """
            # a comment
            id: gmail
            servers: {api: https://example.com}
            list:
              - 1
              - two words
              - 'it''s'
            text: >-
              folded
              text
            none:
            """;
        const string json = """
            {"id": "gmail", "servers": {"api": "https://example.com"}, "list": [1, "two words", "it's"], "text": "folded text", "none": null}
            """;

        Assert.Equal(
            TreeText.Of(Reading.Clean("connector.json", json).Root),
            TreeText.Of(Reading.Clean("connector.yaml", yaml).Root).Replace("Null }", "Null null}", StringComparison.Ordinal));
    }

    [Fact]
    public void The_json_reader_accepts_what_another_reader_accepts()
    {
        string[] parts = ["{", "}", "[", "]", ",", ":", "\"a\"", "\"\\u00e9\"", "1", "-0.5e+3", "01", "true", "nul", " ", "\n", "\"\\x\"", "'"];
        Random random = new(20_250_101);
        for (int i = 0; i < 20_000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => parts[random.Next(parts.Length)]));

            Assert.Equal((text, IsJson(text)), (text, Reading.Json(text).Diagnostics.Count == 0));
        }
    }

    private static bool IsJson(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
