namespace Interactor.Compiler.Tests.Syntax;

public sealed class YamlDiagnosticTests
{
    [Theory]
    [InlineData("", "1001 (1,1)")]
    [InlineData("# only a comment\n", "1001 (1,1)")]
    [InlineData("---\n", "1001 (1,1)")]
    [InlineData("a: caf\uFFFD", "1003 (1,7)")]
    [InlineData("# \uFFFD\uFFFD\na: \uFFFD", "1003 (1,3)")]
    [InlineData("a: 1\nb: x\u0000y", "1004 (2,5)")]
    [InlineData("a: \u0007", "1004 (1,4)")]
    [InlineData("a: \u007F", "1004 (1,4)")]
    [InlineData("a: \u0085", "1004 (1,4)")]
    [InlineData("a: \u2028", "1004 (1,4)")]
    [InlineData("a: x\uFEFF", "1004 (1,5)")]
    [InlineData("a: 1\nb: 2\na: 3\nb: 4\n", "1006 (3,1), 1006 (4,1)")]
    [InlineData("x: {a: 1, \"a\": 2}", "1006 (1,11)")]
    [InlineData("? [a]\n: b\nc: d", "1007 (1,3)")]
    [InlineData("{{a: b}: c}", "1007 (1,2)")]
    [InlineData("x: &x [1]\n*x : 2\n", "1007 (2,1)")]
    [InlineData("a: 'x\nb: 1\n", "1008 (1,4)")]
    [InlineData("a: \"x\nb: 1\n", "1008 (1,4)")]
    [InlineData("a: \"x", "1008 (1,4)")]
    [InlineData("a: [1, 2\nb: 3\n", "1009 (1,4)")]
    [InlineData("a: [1, {b: 2\n", "1009 (1,8)")]
    [InlineData("[", "1009 (1,1)")]
    [InlineData("a: \"C:\\dir\"", "1010 (1,7)")]
    [InlineData("a: \"\\xZZ\"", "1010 (1,5)")]
    [InlineData("a: \"\\u12\"", "1010 (1,5)")]
    [InlineData("a: \"\\UFFFFFFFF\"", "1010 (1,5)")]
    [InlineData("a: \"\\uD83D\"", "1011 (1,5)")]
    [InlineData("a: \"\\uD83Dx\"", "1011 (1,5)")]
    [InlineData("a: \"\\uDE00\\uD83D\"", "1011 (1,5)")]
    [InlineData("a: \"\\uD83D\\u0zzz\"", "1011 (1,5)")]
    [InlineData("--- 'a'\n'b'", "1012 (2,1)")]
    [InlineData("a: [\"x\" \"y\"]", "1013 (1,9)")]
    [InlineData("a: [1, 2}]", "1013 (1,9)")]
    [InlineData("a: [${x}]", "1013 (1,6)")]
    [InlineData("a: [x]#y", "1020 (1,6)")]
    [InlineData("a:\n\tb: 1\n", "1021 (2,1)")]
    [InlineData("a:\n \tb: 1\n", "1021 (2,2)")]
    [InlineData("a:\n  b: 1\n\tc: 2\n", "1021 (3,1)")]
    [InlineData("a:\n  - x\n\t- y\n\t- z\n", "1021 (3,1)")]
    [InlineData("-\ta: 1\n", "1021 (1,2)")]
    [InlineData("a: |\n\tx\n", "1021 (2,1)")]
    [InlineData("a:\n    b: 1\n  c: 2", "1022 (3,3)")]
    [InlineData("  a: 1\nb: 2", "1022 (2,1)")]
    [InlineData("- a\nb: 1", "1022 (2,1)")]
    [InlineData("a: 1\nfoo\nb: 2", "1023 (2,1)")]
    [InlineData("a: 1\nfoo", "1023 (2,1)")]
    [InlineData("a: b: c", "1024 (1,5)")]
    [InlineData("a: 1\n b: 2", "1024 (2,3)")]
    [InlineData("a: @x", "1025 (1,4)")]
    [InlineData("a: `x`", "1025 (1,4)")]
    [InlineData("a: %x", "1025 (1,4)")]
    [InlineData("}", "1025 (1,1)")]
    [InlineData("[1, , 2]", "1025 (1,5)")]
    [InlineData("a: *", "1026 (1,4)")]
    [InlineData("a: &x &y 1", "1026 (1,7)")]
    [InlineData("a: &x *x", "1026 (1,7)")]
    [InlineData("a: !foo b\nb: !!str 1\n", "1027 (1,4), 1027 (2,4)")]
    [InlineData("a: ! b", "1027 (1,4)")]
    [InlineData("a: !e!x b", "1027 (1,4)")]
    [InlineData("- !a [1]\n- &x !b {c: 1}", "1027 (1,3), 1027 (2,6)")]
    [InlineData("a: &x {b: 1}\nc:\n  <<: *x\n", "1028 (3,3)")]
    [InlineData("a: *nope\nb: *nope", "1029 (1,4), 1029 (2,4)")]
    [InlineData("*nope", "1029 (1,1)")]
    [InlineData("a: &x [1, *x]", "1030 (1,11)")]
    [InlineData("a: &x {b: {c: *x}}", "1030 (1,15)")]
    [InlineData("a: 1\n---\nb: 2\n---\nc: 3", "1032 (2,1)")]
    [InlineData("%YAML 1.1\n---\na: 1", "1033 (1,1)")]
    [InlineData("%TAG ! x:\n---\na: 1", "1033 (1,1)")]
    [InlineData("%x: 1", "1033 (1,1)")]
    [InlineData("a: 'it's'", "1034 (1,8)")]
    [InlineData("a: {b: 1} c", "1034 (1,11)")]
    [InlineData("a: - b", "1035 (1,4)")]
    [InlineData("a: > b", "1036 (1,4)")]
    public void A_mistake_is_reported_where_it_is(string text, string findings) =>
        Assert.Equal(findings, Reading.Yaml(text).Findings);

    [Fact]
    public void A_lone_surrogate_in_the_file_is_reported() => Assert.Equal("1011 (1,5)", Reading.Yaml("a: x" + (char)0xD800).Findings);

    [Theory]
    [InlineData("a: 1\na: 2\nb: 3", "{'a': Integer 1, 'b': Integer 3}")]
    [InlineData("a: !int 12\nb: 1", "{'a': '12', 'b': Integer 1}")]
    [InlineData("x: &x {a: 1}\ny: {<<: *x, b: 2}", "{'x': {'a': Integer 1}, 'y': {'b': Integer 2}}")]
    [InlineData("a: *x\nb: [*x, 1]\n*x : 2", "{'b': [Integer 1]}")]
    [InlineData("? [a]\n: {b: 1}\nc: d", "{'c': 'd'}")]
    [InlineData("a: 1\n---\nb: 2", "{'a': Integer 1}")]
    [InlineData("a:\n \tb: 1\n", "{'a': {'b': Integer 1}}")]
    public void Reading_carries_on(string text, string tree)
    {
        Reading reading = Reading.Yaml(text);

        Assert.NotEmpty(reading.Diagnostics);
        Assert.Equal(tree, TreeText.Of(reading.Root));
    }

    [Theory]
    [InlineData("a: [\n\t1,\n\t2 ]")]
    [InlineData("a: b\t# comment\n")]
    [InlineData("-\ta")]
    [InlineData("a: |\n  x\n  \ty\n")]
    [InlineData("a: \"\\uD83D\\uDE00 \\U0001F600 \\x41 \\t\\\n  b\"")]
    [InlineData("a: \U0001F600")]
    public void What_only_looks_like_a_mistake_is_fine(string text) => Assert.Equal("", Reading.Yaml(text).Findings);

    [Fact]
    public void A_message_names_what_it_is_about()
    {
        Assert.Contains("'a' stands in this mapping already, in line 1", Reading.Yaml("a: 1\na: 2").Diagnostics[0].Message);
        Assert.Contains("'[' that opens here is not closed by a ']' before line 2", Reading.Yaml("a: [1\nb: 3").Diagnostics[0].Message);
        Assert.Contains("'!!str'", Reading.Yaml("a: !!str b").Diagnostics[0].Message);
        Assert.Contains("'\\d'", Reading.Yaml("a: \"C:\\dir\"").Diagnostics[0].Message);
        Assert.Contains("not valid UTF-8", Reading.Yaml("a: \uFFFD").Diagnostics[0].Message);
        Assert.Contains("no closing '", Reading.Yaml("a: 'x").Diagnostics[0].Message);
    }
}
