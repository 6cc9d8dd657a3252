using Interactor.Compiler.Diagnostics;

namespace Interactor.Compiler.Tests.Expressions;

public sealed class NearestTests
{
    private static readonly string[] Names = ["subject", "summary", "security", "id", "version", "to"];

    [Theory]
    [InlineData("subjct", "subject")]
    [InlineData("sbuject", "subject")]
    [InlineData("Subject", "subject")]
    [InlineData("verison", "version")]
    [InlineData("ids", "id")]
    [InlineData("x", null)]
    [InlineData("completely", null)]
    [InlineData("", null)]
    [InlineData("ab", null)]
    public void Finds_what_was_meant(string name, string? expected) => Assert.Equal(expected, Nearest.Find(name, Names));

    [Fact]
    public void Long_names_cost_nothing() => Assert.Null(Nearest.Find(new string('a', 100_000), [new string('a', 99_999)]));

    [Fact]
    public void A_hint_brings_its_space() => Assert.Equal(" Did you mean 'subject'?", Nearest.Hint("subjet", Names));
}
