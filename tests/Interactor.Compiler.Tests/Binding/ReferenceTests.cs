using System.Globalization;
using System.Text;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Tests.Harness;

namespace Interactor.Compiler.Tests;

/// <summary>Datatypes that refer to each other, however far and in whatever circles.</summary>
public sealed class ReferenceTests
{
    private const string Head = """
        interactor: 1
        id: demo
        version: 1.0.0
        servers: { api: https://api.example.com }
        datatypes:

        """;

    [Fact]
    public void A_long_chain_of_records_costs_no_stack()
    {
        StringBuilder yaml = new(Head);
        for (int i = 0; i < 3000; i++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  A{i}: {{ type: object, properties: {{ next: {{ $ref: \"#/datatypes/A{(i + 1) % 3000}\" }} }} }}\n");
        }

        Assert.Empty(Findings(yaml.ToString()));
    }

    [Fact]
    public void A_circle_of_allOf_is_refused_where_it_closes()
    {
        IReadOnlyList<string> findings = Findings(Head + """
              A: { allOf: [{ $ref: "#/datatypes/B" }, { type: object, properties: { x: { type: string } } }] }
              B: { allOf: [{ $ref: "#/datatypes/A" }, { type: object, properties: { y: { type: string } } }] }
            """);

        Assert.Equal(["INTC1303"], findings.Distinct());
    }

    [Theory]
    [InlineData("""{ type: [string, "null"], enum: [null] }""")]
    [InlineData("{ enum: [null] }")]
    [InlineData("""{ type: object, properties: { a: { type: [string, "null"], enum: [null] } } }""")]
    public void An_enum_of_nothing_but_null_compiles(string schema) =>
        GeneratedCode.AssertCompiles(Definition.Compile(Definition.Of(Head + "  A: " + schema)).Files);

    private static IReadOnlyList<string> Findings(string yaml) =>
        [.. ConnectorBinder.Bind(Definition.Of(yaml), TestContext.Current.CancellationToken).Diagnostics.Select(d => d.Descriptor.Id)];
}
