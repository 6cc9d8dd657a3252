using Interactor.Generators.Tests.Driver;

namespace Interactor.Generators.Tests;

/// <summary>Scripts in C#: what is missing in them is said in their file, and an edit of them emits nothing.</summary>
public sealed class CSharpScriptTests
{
    private const string Settings = """
        interactor: 1
        owner: acme
        id: mint
        version: 1.0.0
        scripts:
          stamp: { file: scripts/stamp.cs, input: { type: string }, output: { type: string } }

        """;

    private const string Method = "public static partial ValueTask<string> StampAsync(string input, ScriptContext context, CancellationToken cancellationToken) => new(input);";

    private const string Script = "using System.Threading;\nusing System.Threading.Tasks;\nusing Interactor.Runtime;\nnamespace Acme.Connectors.Mint;\ninternal static partial class MintScripts\n{\n    " + Method + "\n}\n";

    [Fact]
    public void An_edit_of_the_script_binds_its_connector_and_emits_nothing()
    {
        ConnectorDriver driver = new(new MemoryText("mint/connector.yaml", Settings), new MemoryText("mint/scripts/stamp.cs", Script), SmallConnector.File("other"));
        driver.Run();

        DriverRun run = driver.Edit("mint/scripts/stamp.cs", text => text.Replace("new(input)", "new(input + input)", StringComparison.Ordinal)).Run();

        Assert.Equal(1, run.Computed(TrackingNames.Bound));
        Assert.Equal(0, run.Changed(TrackingNames.Model));
        Assert.Equal(0, run.Computed(TrackingNames.Emitted));
    }

    [Fact]
    public void Lines_that_say_they_are_elsewhere_mean_nothing()
    {
        string lying = "#line 900 \"connector.yaml\"\n" + Script;
        new ConnectorDriver(new MemoryText("mint/connector.yaml", Settings), new MemoryText("mint/scripts/stamp.cs", lying)).Run();
        Assert.Equal(["mint/scripts/stamp.cs(8,37): INTC1608"], Findings(lying.Replace("public static partial", "public static", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", "", "(1,1)")]
    [InlineData(Method, "", "(1,1)")]
    [InlineData("namespace Acme.Connectors.Mint", "namespace Acme", "(7,45)")]
    [InlineData("class MintScripts", "class Scripts", "(7,45)")]
    [InlineData("static partial class", "static class", "(7,45)")]
    [InlineData("public static partial", "public static", "(7,37)")]
    [InlineData("string input, ", "", "(7,45)")]
    [InlineData("StampAsync", "Stamp", "(1,1)")]
    [InlineData("=> new(input);", ";", "(7,45)")]
    public void A_script_without_its_method_is_an_error_in_its_file(string find, string replacement, string place) =>
        Assert.Equal([$"mint/scripts/stamp.cs{place}: INTC1608"], Findings(find.Length == 0 ? "" : Script.Replace(find, replacement, StringComparison.Ordinal)));

    [Fact]
    public void The_message_has_the_method_to_write()
    {
        ConnectorDriver driver = new(new MemoryText("mint/connector.yaml", Settings), new MemoryText("mint/scripts/stamp.cs", ""));
        string message = Assert.Single(driver.Generate().Result.Diagnostics).GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("partial class 'MintScripts' of the namespace 'Acme.Connectors.Mint'", message, StringComparison.Ordinal);
        Assert.EndsWith(Method[..Method.IndexOf(" =>", StringComparison.Ordinal)], message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_may_refuse_them()
    {
        ConnectorDriver driver = ConnectorDriver.RefusingCSharp(new MemoryText("mint/connector.yaml", Settings), new MemoryText("mint/scripts/stamp.cs", Script));
        DriverRun run = driver.Generate();
        Assert.Equal(["mint/connector.yaml(6,18): INTC1607"], run.Findings);
        Assert.Empty(run.Sources);
    }

    private static IEnumerable<string> Findings(string script) =>
        new ConnectorDriver(new MemoryText("mint/connector.yaml", Settings), new MemoryText("mint/scripts/stamp.cs", script)).Generate().Findings;
}
