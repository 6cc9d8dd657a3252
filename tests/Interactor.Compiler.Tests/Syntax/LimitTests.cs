using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Tests.Syntax;

public sealed class LimitTests
{
    [Theory]
    [InlineData("connector.yaml", ReadLimits.YamlCharacters)]
    [InlineData("connector.json", ReadLimits.JsonCharacters)]
    public void A_file_beyond_the_limit_is_one_finding(string path, int limit) =>
        Assert.Equal("1002 (1,1)", Reading.Of(path, new string('x', limit + 1)).Findings);

    [Fact]
    public void A_file_of_YAML_at_the_limit_is_read() =>
        Assert.Equal("", Reading.Yaml("a: " + new string('x', ReadLimits.YamlCharacters - 3)).Findings);

    [Theory]
    [InlineData(100, "")]
    [InlineData(101, "1005 (1,101)")]
    [InlineData(200, "1005 (1,101)")]
    [InlineData(100_000, "1005 (1,101)")]
    public void Brackets_nest_100_deep(int depth, string findings)
    {
        string text = new string('[', depth) + new string(']', depth);

        Assert.Equal(findings, Reading.Yaml(text).Findings);
        Assert.Equal(findings, Reading.Json(text).Findings);
    }

    [Theory]
    [InlineData(100, "")]
    [InlineData(200, "1005 (1,201)")]
    [InlineData(100_000, "1005 (1,201)")]
    public void Block_sequences_nest_100_deep(int depth, string findings) =>
        Assert.Equal(findings, Reading.Yaml(string.Concat(Enumerable.Repeat("- ", depth)) + "a").Findings);

    [Fact]
    public void Block_mappings_nest_100_deep()
    {
        Assert.Equal("", Reading.Yaml(Mappings(100)).Findings);
        Assert.Equal("1005 (101,101)", Reading.Yaml(Mappings(200)).Findings);

        static string Mappings(int depth) => string.Concat(Enumerable.Range(0, depth).Select(i => new string(' ', i) + "a:\n"));
    }

    [Theory]
    [InlineData("? ")]
    [InlineData("{a: ")]
    [InlineData("[{")]
    [InlineData("- ? ")]
    public void Any_other_nesting_ends_too(string opening) =>
        Assert.StartsWith("1005 ", Reading.Yaml(string.Concat(Enumerable.Repeat(opening, 100_000))).Findings);

    [Fact]
    public void Aliases_count_as_nesting()
    {
        string text = "- &a0 [x]\n" + string.Concat(Enumerable.Range(1, 200).Select(i => $"- &a{i} [*a{i - 1}]\n"));

        Assert.Equal("1005 (100,9)", Reading.Yaml(text).Findings);
    }

    [Fact]
    public void An_expansion_bomb_is_one_finding()
    {
        string text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + string.Concat(
            Enumerable.Range(1, 50).Select(i => $"a{i}: &a{i} [" + string.Join(',', Enumerable.Repeat($"*a{i - 1}", 10)) + "]\n"));

        Assert.StartsWith("1031 (5,", Assert.Single(Reading.Yaml(text).Findings.Split(", ")));
    }

    [Fact]
    public void Many_plain_aliases_are_allowed() =>
        Assert.Equal("", Reading.Yaml("- &a {b: c}\n" + string.Concat(Enumerable.Repeat("- *a\n", 10_000))).Findings);

    [Fact]
    public void A_file_full_of_mistakes_stops_after_100()
    {
        Assert.Equal(ReadLimits.Findings, Reading.Json("[" + string.Concat(Enumerable.Repeat("None,", 100_000)) + "1]").Diagnostics.Count);
        Assert.Equal(ReadLimits.Findings, Reading.Yaml(string.Concat(Enumerable.Repeat("a: 1\n", 100_000))).Diagnostics.Count);
    }
}
