namespace Interactor.Compiler.Tests.Syntax;

public sealed class JsonDiagnosticTests
{
    [Theory]
    [InlineData("", "1001 (1,1)")]
    [InlineData(" \n\t", "1001 (1,1)")]
    [InlineData("{\"a\": \"\uFFFD\"}", "1003 (1,8)")]
    [InlineData("{\"a\": 1,\n \"a\": 2}", "1006 (2,2)")]
    [InlineData("{[1]: 1, {}: 2}", "1007 (1,2), 1007 (1,10)")]
    [InlineData("{\"a\": \"b\n}", "1008 (1,7)")]
    [InlineData("\"b", "1008 (1,1)")]
    [InlineData("\"b\\", "1010 (1,3), 1008 (1,1)")]
    [InlineData("{\"a\": [1, 2", "1009 (1,7)")]
    [InlineData("{\"a\": [1, 2,", "1009 (1,7)")]
    [InlineData("{", "1009 (1,1)")]
    [InlineData("[\"\\q\", \"\\x41\", \"\\u12\", \"\\U0001F600\"]", "1010 (1,3), 1010 (1,9), 1010 (1,17), 1010 (1,25)")]
    [InlineData("[\"\\uD83D\", \"\\uDE00\\uD83D\", \"\\uD83D\\n\"]", "1011 (1,3), 1011 (1,13), 1011 (1,19), 1011 (1,29)")]
    [InlineData("{} {}", "1012 (1,4)")]
    [InlineData("[1 2, {\"a\": 1 \"b\": 2}]", "1013 (1,4), 1013 (1,15)")]
    [InlineData("[1}", "1013 (1,3)")]
    [InlineData("{\"a\" 1}", "1040 (1,6)")]
    [InlineData("{\"a\":}", "1040 (1,6)")]
    [InlineData("{*}", "1040 (1,2)")]
    [InlineData("\u00A01", "1040 (1,1)")]
    [InlineData("[1,\n 2,\n]", "1041 (2,3)")]
    [InlineData("{\"a\": 1,}", "1041 (1,8)")]
    [InlineData("[,1,,2]", "1041 (1,2), 1041 (1,5)")]
    [InlineData("// x\n{ /* y */ \"a\": 1 } # z", "1042 (1,1), 1042 (2,3), 1042 (2,20)")]
    [InlineData("[1 /* y", "1009 (1,1), 1042 (1,4)")]
    [InlineData("{'a': 'it\\u0027s'}", "1043 (1,2), 1043 (1,7)")]
    [InlineData("[\"a\tb\u0000\"]", "1044 (1,4), 1044 (1,6)")]
    [InlineData("{a: 1, $b: 2, 3: 4}", "1045 (1,2), 1045 (1,8), 1045 (1,15)")]
    [InlineData("[01, +1, .5, 1., 1e, 0x1F, NaN, -Infinity, 1.2.3]", "1046 (1,2), 1046 (1,6), 1046 (1,10), 1046 (1,14), 1046 (1,18), 1046 (1,22), 1046 (1,28), 1046 (1,33), 1046 (1,44)")]
    [InlineData("[True, None, undefined, abc]", "1047 (1,2), 1047 (1,8), 1047 (1,14), 1047 (1,25)")]
    public void A_mistake_is_reported_where_it_is(string text, string findings)
    {
        string[] expected = findings.Split(", ", StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ToArray();
        string[] actual = Reading.Json(text).Findings.Split(", ", StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData("// note\n{'a': [01, None,], b: \"x\ty\", \"a\": 2}", "{'a': [Float 01, 'None'], 'b': 'x\ty'}")]
    [InlineData("[1 2 \"a\" {}]", "[Integer 1, Integer 2, 'a', {}]")]
    [InlineData("[\"\\q\\uD83D\"]", "['\\q\uFFFD']")]
    [InlineData("{[1]: 1, \"b\": 2}", "{'b': Integer 2}")]
    [InlineData("{\"a\": 1} trailing", "{'a': Integer 1}")]
    public void Reading_carries_on(string text, string tree)
    {
        Reading reading = Reading.Json(text);

        Assert.NotEmpty(reading.Diagnostics);
        Assert.Equal(tree, TreeText.Of(reading.Root));
    }

    [Fact]
    public void A_wrong_word_gets_a_suggestion()
    {
        Assert.EndsWith("write true", Reading.Json("True").Diagnostics[0].Message);
        Assert.EndsWith("write null", Reading.Json("None").Diagnostics[0].Message);
        Assert.EndsWith("write text in double quotes", Reading.Json("abc").Diagnostics[0].Message);
    }
}
