using Interactor.Compiler.Syntax;
using Interactor.Import.Model;
using Interactor.Import.Tests.Driver;
using Interactor.Import.Writing;
using Interactor.Tests;

namespace Interactor.Import.Tests;

/// <summary>Text of a document never becomes an expression.</summary>
public sealed class HostileTextTests
{
    [Fact]
    public void Every_text_slot_keeps_its_text()
    {
        string json = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests", "Interactor.Import.Tests", "Cases", "hostile", "api.json"));
        ImportCase result = ImportCase.Of(json);
        List<SyntaxNode> trees = [TreeText.Read("connector.json", result.Json)];
        trees.AddRange(ConnectorFolderWriter.Write(result.Connector, TestContext.Current.CancellationToken)
            .Where(f => f.Path.EndsWith(".yaml", StringComparison.Ordinal)).Select(f => TreeText.Read(f.Path, f.Text)));
        string[] texts = [.. trees.SelectMany(TreeText.TextsOf)];
        Assert.Contains(texts, t => t.Contains("$${hostile}", StringComparison.Ordinal));
        Assert.DoesNotContain(texts, t => t.Replace("$${", "").Contains("${hostile", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("${a}", "$${a}")]
    [InlineData("$${a}", "$$${a}")]
    [InlineData("$", "$")]
    public void Data_is_escaped(string data, string written) => Assert.Equal(written, DefinitionText.Of(data).Written);

    [Fact]
    public void A_dollar_in_front_of_an_expression_stays_a_dollar() =>
        Assert.Equal("a${'$$'}${input.b}", (DefinitionText.Of("a$$") + DefinitionText.Of(ExpressionText.Input("b"))).Written);

    [Theory]
    [InlineData("it's", @"'it\u0027s'")]
    [InlineData("${x}\\", @"'\u0024\u007bx\u007d\u005c'")]
    [InlineData("a\n\"é", @"'a\u000a\u0022\u00e9'")]
    public void Literals_look_like_nothing_else(string text, string literal) => Assert.Equal(literal, ExpressionText.Literal(text).Written);

    [Theory]
    [InlineData("name", "input.name")]
    [InlineData("X-Name", "input['X-Name']")]
    [InlineData("in", "input['in']")]
    [InlineData("", "input['']")]
    public void Members_are_named_as_they_can_be(string name, string expected) => Assert.Equal(expected, ExpressionText.Input(name).Written);
}
