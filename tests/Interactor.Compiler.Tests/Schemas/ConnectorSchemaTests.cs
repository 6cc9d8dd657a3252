using Interactor.Compiler.Binding;
using Interactor.Compiler.Model;
using Interactor.Compiler.Tests.Harness;

namespace Interactor.Compiler.Tests.Schemas;

/// <summary>The schemas of connectors: identifiers, anchors and references of every kind, in datatypes and inline.</summary>
public sealed class ConnectorSchemaTests
{
    private const string Head = """
        interactor: 1
        id: demo
        version: 1.0.0
        servers: { api: https://api.example.com }

        """;

    [Theory]
    [InlineData("""{ $ref: "#/datatypes/Order/$defs/Line" }""")]
    [InlineData("""{ $ref: "#/datatypes/Order/properties/lines/items" }""")]
    [InlineData("""{ $ref: "#line" }""")]
    [InlineData("""{ $ref: "https://example.com/line" }""")]
    public void A_reference_into_a_datatype_gives_one_type(string reference)
    {
        BoundConnector bound = Bind(Head + $$"""
            datatypes:
              Order:
                type: object
                properties:
                  lines: { type: array, items: { $ref: "#/datatypes/Order/$defs/Line" } }
                $defs:
                  Line: { $anchor: line, type: object, properties: { amount: { type: integer } } }
              Remote: { $id: "https://example.com/line", type: object, properties: { amount: { type: integer } } }
              User:
                type: object
                properties: { value: {{reference}} }
            """);

        Assert.Empty(bound.Diagnostics);
        RecordModel user = bound.Model!.Datatypes.OfType<RecordModel>().Single(r => r.Name == "User");
        NamedTypeModel type = Assert.IsType<NamedTypeModel>(user.Properties[0].Type.AsNonNull());
        RecordModel line = bound.Model.Datatypes.OfType<RecordModel>().Single(r => r.Name == type.Name);
        Assert.Equal("amount", line.Properties[0].JsonName);
    }

    [Fact]
    public void An_inline_schema_refers_into_datatypes_and_into_itself()
    {
        CompiledConnector compiled = Definition.Compile(Definition.Of(Head + """
            datatypes:
              Order: { type: object, properties: { line: { type: object, properties: { amount: { type: integer } } } } }
            actions:
              order.add:
                version: 1.0.0
                name: Add an order
                effect: write
                input:
                  $id: https://example.com/input
                  type: object
                  required: [line]
                  properties:
                    line: { $ref: "#/$defs/Line" }
                    self: { $ref: "#" }
                  $defs: { Line: { type: object, properties: { amount: { type: integer } } } }
                output: { type: object, properties: { line: { $ref: "#/datatypes/Order/properties/line" } } }
                request: { method: POST, path: /orders, json: { amount: "${input.line.amount}", self: "${input.self?.line.amount}" } }
            """));

        Assert.Empty(compiled.Bound.Diagnostics);
        ConnectorModel model = compiled.Bound.Model!;
        RecordModel order = model.Datatypes.OfType<RecordModel>().Single(r => r.Name == "Order");
        RecordModel output = model.Datatypes.OfType<RecordModel>().Single(r => r.Name == "OrderAddOutput");
        Assert.Equal(order.Properties[0].Type, output.Properties[0].Type);
        GeneratedCode.AssertCompiles(compiled.Files);
    }

    [Fact]
    public void A_base_that_lists_those_who_extend_it_is_no_circle()
    {
        LoadedCode code = LoadedCode.Of(Head + """
            datatypes:
              Pet:
                type: object
                required: [kind]
                properties: { kind: { type: string }, friend: { $ref: "#/datatypes/Pet" } }
                oneOf: [{ $ref: "#/datatypes/Cat" }, { $ref: "#/datatypes/Dog" }]
                discriminator: { propertyName: kind }
              Cat: { allOf: [{ $ref: "#/datatypes/Pet" }, { type: object, properties: { lives: { type: integer } } }], properties: { kind: { const: Cat } } }
              Dog: { allOf: [{ $ref: "#/datatypes/Pet" }], properties: { kind: { const: Dog }, lives: false } }
            """);

        Assert.True(code.Contract("Pet").IsValid("""{"kind":"Cat","lives":7,"friend":{"kind":"Dog"}}"""));
        Assert.False(code.Contract("Pet").IsValid("""{"kind":"Dog","lives":7}"""));
        Assert.False(code.Contract("Cat").IsValid("""{"kind":"Cat","friend":{"kind":"Cow"}}"""));
    }

    [Fact]
    public void The_document_itself_is_no_schema()
    {
        BoundConnector bound = Bind(Head + """
            datatypes:
              Order: { type: object, properties: { self: { $ref: "#" } } }
            """);

        Assert.Equal("'#' names no schema. Write one like '#/datatypes/Order'.", Assert.Single(bound.Diagnostics).Message);
    }

    [Fact]
    public void Every_keyword_of_2020_12_is_carried_out()
    {
        LoadedCode code = LoadedCode.Of(Head + """
            datatypes:
              Thing:
                type: object
                properties: { kind: { type: string } }
                patternProperties: { "^n": { type: number } }
                propertyNames: { maxLength: 4 }
                dependentRequired: { nb: [na] }
                dependentSchemas: { nc: { maxProperties: 1 } }
                if: { required: [na] }
                then: { required: [kind] }
                not: { required: [bad] }
              Row: { type: array, prefixItems: [{ type: string }], contains: { type: integer }, maxContains: 1 }
            """);

        LoadedCode.LoadedContract thing = code.Contract("Thing");
        Assert.All((string[])["{}", """{"na":1,"kind":"a"}""", """{"nc":1}"""], json => Assert.True(thing.IsValid(json), json));
        Assert.All(
            (string[])["""{"na":"1","kind":"a"}""", """{"longer":1}""", """{"nb":1}""", """{"nc":1,"kind":"a"}""", """{"na":1}""", """{"bad":1}"""],
            json => Assert.False(thing.IsValid(json), json));
        LoadedCode.LoadedContract row = code.Contract("Row");
        Assert.All((string[])["""["a",1]""", """["a",true,1]"""], json => Assert.True(row.IsValid(json), json));
        Assert.All((string[])["""["a"]""", """["a",1,2]""", "[1]"], json => Assert.False(row.IsValid(json), json));
    }

    private static BoundConnector Bind(string yaml) => ConnectorBinder.Bind(Definition.Of(yaml), TestContext.Current.CancellationToken);
}
