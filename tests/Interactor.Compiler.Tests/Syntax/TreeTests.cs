using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Tests.Syntax;

public sealed class TreeTests
{
    [Fact]
    public void Every_node_has_its_place()
    {
        const string text = "id: mail\nservers:\n  api: 'x'\nlist: [1, {a: b}]\nlast: |\n  one\n  two\n";
        MappingNode root = Reading.Clean("connector.yaml", text).Mapping;

        Assert.Equal(text.TrimEnd(), Source(root));
        Assert.Equal("api: 'x'", Source(root.Find("servers")!));
        Assert.Equal("'x'", Source(((MappingNode)root.Find("servers")!).Find("api")!));
        Assert.Equal("[1, {a: b}]", Source(root.Find("list")!));
        Assert.Equal("{a: b}", Source(((SequenceNode)root.Find("list")!).Items[1]));
        Assert.Equal("|\n  one\n  two", Source(root.Find("last")!));
        Assert.Equal("connector.yaml(3,3)", root.Find("servers")!.Location.ToString());
    }

    [Fact]
    public void Anchors_are_not_part_of_a_place()
    {
        Reading reading = Reading.Clean("connector.yaml", "a: &x 'text'\nb: &y\n  c: 1\nd: &z\n");

        Assert.Equal("'text'", Source(reading.Mapping.Find("a")!));
        Assert.Equal("c: 1", Source(reading.Mapping.Find("b")!));
        Assert.Equal("", Source(reading.Mapping.Find("d")!));
    }

    [Fact]
    public void An_alias_shares_the_node_of_its_anchor()
    {
        MappingNode root = Reading.Clean("connector.yaml", "a: &x {b: 1}\nc: *x\nd: [*x, *x]\n").Mapping;

        Assert.Same(root.Find("a"), root.Find("c"));
        Assert.All(((SequenceNode)root.Find("d")!).Items, i => Assert.Same(root.Find("a"), i));
    }

    [Fact]
    public void An_anchor_can_be_defined_again() =>
        Assert.Equal(
            "{'a': Integer 1, 'b': Integer 2, 'c': Integer 2}",
            TreeText.Of(Reading.Clean("connector.yaml", "a: &x 1\nb: &x 2\nc: *x\n").Root));

    [Fact]
    public void Entries_keep_their_order_and_are_found_by_key()
    {
        MappingNode root = Reading.Clean("connector.yaml", "b: 1\na: 2\n'<<': 3\n").Mapping;

        Assert.Equal(["b", "a", "<<"], root.Entries.Select(e => e.Key.Text));
        Assert.Equal(root.Entries[1], root.FindEntry("a"));
        Assert.Null(root.Find("c"));
        Assert.Null(root.FindEntry("c"));
    }

    [Theory]
    [InlineData("connector.yaml")]
    [InlineData("connector.json")]
    [InlineData("CONNECTOR.JSON")]
    public void A_byte_order_mark_in_front_is_fine(string path)
    {
        MappingNode root = Reading.Clean(path, "\uFEFF{\"a\": \"text\"}").Mapping;

        Assert.Equal("\"text\"", Source(root.Find("a")!));
    }

    [Fact]
    public void Lines_may_end_with_carriage_returns()
    {
        Reading reading = Reading.Clean("connector.yaml", "a: 1\r\nb: |\r\n  x\r\n  y\r\nc: 'p\r\n  q'\r\n");

        Assert.Equal("{'a': Integer 1, 'b': 'x\ny\n', 'c': 'p q'}", TreeText.Of(reading.Root));
        Assert.Equal(new LinePosition(4, 3), reading.Scalar("c").Location.Start);
    }

    [Fact]
    public void Version_1_2_may_be_declared() =>
        Assert.Equal("{'a': Integer 1}", TreeText.Of(Reading.Clean("connector.yaml", "%YAML 1.2\n---\na: 1\n...\n").Root));

    private static string Source(SyntaxNode node) => node.File.Text.Substring(node.Range.Start, node.Range.Length);
}
