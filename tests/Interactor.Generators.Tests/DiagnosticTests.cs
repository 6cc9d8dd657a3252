using Interactor.Generators.Tests.Driver;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Interactor.Generators.Tests;

/// <summary>What the generator reports and where, and what it still emits.</summary>
public sealed class DiagnosticTests
{
    [Fact]
    public void Broken_yaml_is_reported_at_its_place_and_gives_no_code()
    {
        MemoryText broken = new("one/connector.yaml", "interactor: 1\nid: [one\n");

        DriverRun run = new ConnectorDriver(broken).Run("one/connector.yaml(2,5): INTC1009");

        Assert.Empty(run.Sources);
    }

    [Fact]
    public void An_error_in_one_connector_leaves_the_other_emitted()
    {
        MemoryText wrong = SmallConnector.File("one").Edited(text => text.Replace("effect: read", "efect: read"));

        DriverRun run = new ConnectorDriver(wrong, SmallConnector.File("two")).Run(
            "one/connector.yaml(15,5): INTC1202",
            "one/connector.yaml(17,5): INTC1201");

        Assert.NotEmpty(run.Sources);
        Assert.All(run.Sources.Keys, name => Assert.StartsWith("acme/two/", name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_finding_carries_category_link_and_span()
    {
        Diagnostic finding = Assert.Single(new ConnectorDriver(new MemoryText("/home/me/one/connector.yaml", SmallConnector.Text("One")))
            .Run("/home/me/one/connector.yaml(3,5): INTC1204").Result.Diagnostics);

        Assert.Equal("Interactor", finding.Descriptor.Category);
        Assert.EndsWith("/docs/diagnostics/INTC1204.md", finding.Descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
        Assert.Equal(3, finding.Location.SourceSpan.Length);
    }

    [Fact]
    public void The_same_address_twice_is_reported_at_the_second_id()
    {
        ConnectorDriver driver = new(SmallConnector.File("first", "same"), SmallConnector.File("second", "same"));

        DriverRun run = driver.Run("second/connector.yaml(3,5): INTC1230");

        Assert.NotEmpty(run.Sources);
        driver.Edit("second/connector.yaml", text => text.Replace("id: same", "id: other")).Run();
    }

    [Theory]
    [InlineData("a.b", "a-b", "")]
    [InlineData("one", "two", "My.App")]
    public void The_same_namespace_twice_is_reported(string first, string second, string ns)
    {
        ConnectorDriver driver = new(SmallConnector.File("a", first, ns: ns), SmallConnector.File("b", second, ns: ns));

        driver.Run("b/connector.yaml(3,5): INTC1230");
    }

    [Fact]
    public void Two_owners_may_use_the_same_id()
    {
        DriverRun run = new ConnectorDriver(SmallConnector.File("a", "same", owner: "acme"), SmallConnector.File("b", "same", owner: "emca")).Run();

        Assert.Contains("acme/same/SameClient.g.cs", run.Sources.Keys);
        Assert.Contains("emca/same/SameClient.g.cs", run.Sources.Keys);
    }

    [Fact]
    public void A_namespace_of_the_project_is_used()
    {
        DriverRun run = new ConnectorDriver(SmallConnector.File("one", ns: "My.App")).Run();

        Assert.Contains("namespace My.App;", run.Sources["acme/one/OneClient.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("My App")]
    [InlineData("My..App")]
    [InlineData("My.App; class X { }")]
    public void A_namespace_that_is_none_is_reported(string ns) =>
        new ConnectorDriver(SmallConnector.File("one", ns: ns)).Run("one/connector.yaml(1,1): INTC1218");

    [Fact]
    public void Files_without_a_connector_are_reported_once()
    {
        DriverRun run = new ConnectorDriver(SmallConnector.Action("one", "a.get"), SmallConnector.Action("one", "b.get")).Run(
            "one/actions/a.get.yaml(1,1): INTC1231");

        Assert.Empty(run.Sources);
    }

    [Fact]
    public void A_file_belongs_to_the_nearest_connector_above_it()
    {
        DriverRun run = new ConnectorDriver(SmallConnector.File("outer"), SmallConnector.File("outer/inner", "inner"), SmallConnector.Action("outer/inner", "deep.get")).Run();

        Assert.Contains("class DeepGetAction", run.Sources["acme/inner/actions.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("class DeepGetAction", run.Sources["acme/outer/actions.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_holds_one_connector_file()
    {
        MemoryText json = new("one/connector.json", """{ "interactor": 1, "id": "one", "version": "1.0.0" }""");

        new ConnectorDriver(SmallConnector.File("one"), json).Run("one/connector.yaml(1,1): INTC1210");
    }

    [Fact]
    public void Other_additional_files_are_left_alone()
    {
        MemoryText foreign = new("appsettings.json", "{ this is not ours", kind: "");

        new ConnectorDriver(foreign, SmallConnector.File("one")).Run();
    }

    [Fact]
    public void Text_that_is_not_utf8_is_refused()
    {
        // How the C# compiler hands over a file whose bytes are not UTF-8.
        byte[] bytes = System.Text.Encoding.Latin1.GetBytes(SmallConnector.Text("one") + "\n# é\n");
        SourceText text = SourceText.From(bytes, bytes.Length, System.Text.Encoding.Latin1);

        DriverRun run = new ConnectorDriver(new MemoryText("one/connector.yaml", text)).Run("one/connector.yaml(20,3): INTC1003");

        Assert.Empty(run.Sources);
    }
}
