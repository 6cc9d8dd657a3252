using Interactor.Generators.Tests.Driver;

namespace Interactor.Generators.Tests;

/// <summary>JSON Schemas of a project: what they compile to, what is reported where, and what an edit costs.</summary>
public sealed class JsonSchemaTests
{
    private const string Order = """
        {
          "type": "object",
          "required": ["id"],
          "properties": { "id": { "type": "string", "format": "uuid" }, "address": { "$ref": "address.schema.json" } }
        }
        """;

    private const string Address = """{ "$id": "https://example.com/address", "type": "object", "properties": { "street": { "type": "string" } } }""";

    [Fact]
    public void Schemas_compile_to_the_expected_code()
    {
        string folder = Path.Combine(RepositoryPaths.SchemaCases, "order");
        IEnumerable<MemoryText> files = Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(path => (Path: Path.GetRelativePath(folder, path).Replace('\\', '/'), Text: File.ReadAllText(path)))
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => MemoryText.Schema(f.Path, f.Text, "Acme.Shop"));

        DriverRun run = ConnectorDriver.OfSchemas(files).Run();

        Snapshot.Match(Path.Combine(folder, "expected"), run.Sources);
    }

    [Fact]
    public void Schemas_of_one_namespace_share_types_and_others_have_their_own()
    {
        DriverRun run = ConnectorDriver.OfSchemas(
            MemoryText.Schema("order.schema.json", Order),
            MemoryText.Schema("address.schema.json", Address),
            MemoryText.Schema("other/order.schema.json", """{ "properties": { "to": { "$ref": "https://example.com/address" } } }""", "Other"),
            MemoryText.Schema("plain.json", """{ "type": "object", "properties": { "a": true } }""", ns: "")).Run();

        Assert.Equal(
            ["Acme/Address.g.cs", "Acme/Order.g.cs", "Other/Address.g.cs", "Other/Order.g.cs", "Root/Plain.g.cs"],
            run.Sources.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Metadata_says_how_a_schema_is_read()
    {
        DriverRun run = ConnectorDriver.OfSchemas(
            MemoryText.Schema("a.json", """{ "type": "object", "properties": { "when": { "type": "string", "format": "date-time" }, "size": { "minimum": 1, "exclusiveMinimum": true } } }""", metadata: [("Dialect", "draft-04"), ("TypeName", "Thing")]),
            MemoryText.Schema("b.json", """{ "type": "object", "properties": { "when": { "type": "string", "format": "date-time" } } }""", metadata: [("AssertFormat", "false")])).Run();

        Assert.Contains("s_::DateTimeOffset? When", run.Sources["Acme/Thing.g.cs"], StringComparison.Ordinal);
        Assert.Contains("\"exclusiveMinimum\":1", run.Sources["Acme/Thing.g.cs"], StringComparison.Ordinal);
        Assert.Contains("string? When", run.Sources["Acme/B.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Metadata_that_means_nothing_is_reported() => ConnectorDriver.OfSchemas(
        MemoryText.Schema("a.json", "true", metadata: [("Dialect", "draft-7"), ("AssertFormat", "maybe")])).Run("a.json(1,1): INTC1206", "a.json(1,1): INTC1206");

    [Fact]
    public void A_finding_is_reported_once_at_its_place_and_the_types_stay()
    {
        DriverRun run = ConnectorDriver.OfSchemas(
            MemoryText.Schema("order.schema.json", Order.Replace("\"uuid\"", "\"uuid\", \"pattern\": \"(\"", StringComparison.Ordinal)),
            MemoryText.Schema("address.schema.json", Address.Replace("\"string\"", "\"strng\"", StringComparison.Ordinal)),
            MemoryText.Schema("third.schema.json", """{ "$ref": "address.schema.json" }""", "Other")).Run(
                "order.schema.json(4,75): INTC1304",
                "address.schema.json(1,95): INTC1206");

        Assert.Contains("Acme/Order.g.cs", run.Sources.Keys);
    }

    [Fact]
    public void A_file_that_is_no_JSON_leaves_the_others()
    {
        DriverRun run = ConnectorDriver.OfSchemas(
            MemoryText.Schema("broken.json", "{"),
            MemoryText.Schema("address.schema.json", Address)).Run("broken.json(1,1): INTC1009");

        Assert.Equal(["Acme/Address.g.cs"], run.Sources.Keys);
    }

    [Fact]
    public void No_folder_of_a_machine_gets_into_the_code()
    {
        DriverRun run = ConnectorDriver.OfSchemas(
            MemoryText.Schema("/home/me/app/schemas/order.schema.json", Order),
            MemoryText.Schema("/home/me/app/schemas/address.schema.json", Address),
            MemoryText.Schema("/home/me/shared/order.json", """{ "items": { "$ref": "../app/schemas/order.schema.json" } }""")).Run();

        Assert.All(run.Sources.Values, text => Assert.DoesNotContain("/home/me", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_a_machine_keeps_the_files_decides_no_name()
    {
        const string schema = """{ "type": "object", "properties": { "a": true } }""";
        DriverRun run = ConnectorDriver.OfSchemas(
            MemoryText.Schema("/home/me/app/e.json", schema),
            MemoryText.Schema("/home/me/app/e.schema.json", schema.Replace("\"a\"", "\"b\"", StringComparison.Ordinal)),
            MemoryText.Schema("/home/me/app/old/e.json", schema.Replace("\"a\"", "\"c\"", StringComparison.Ordinal))).Run();
        Assert.Equal(["Acme/E.g.cs", "Acme/E2.g.cs", "Acme/OldE.g.cs"], run.Sources.Keys.Order(StringComparer.Ordinal));

        DriverRun named = ConnectorDriver.OfSchemas(
            MemoryText.Schema("/home/me/app/x.json", schema, metadata: [("TypeName", "Same")]),
            MemoryText.Schema("/home/me/app/y.json", schema.Replace("\"a\"", "\"b\"", StringComparison.Ordinal), metadata: [("TypeName", "Same")])).Run("/home/me/app/y.json(1,1): INTC1336");
        Assert.Equal(["Acme/Same.g.cs", "Acme/Same2.g.cs"], named.Sources.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_edit_that_changes_no_type_emits_nothing()
    {
        ConnectorDriver driver = ConnectorDriver.OfSchemas(
            MemoryText.Schema("order.schema.json", Order),
            MemoryText.Schema("address.schema.json", Address),
            MemoryText.Schema("other.json", "true", "Other"));
        Assert.Equal(2, driver.Run().Changed(TrackingNames.EmittedSchemas));

        DriverRun spaced = driver.Edit("address.schema.json", text => text + "\n\n").Run();
        Assert.Equal(1, spaced.Computed(TrackingNames.SchemaFile));
        Assert.Equal(0, spaced.Computed(TrackingNames.EmittedSchemas));

        DriverRun changed = driver.Edit("address.schema.json", text => text.Replace("street", "road", StringComparison.Ordinal)).Run();
        Assert.Equal(1, changed.Computed(TrackingNames.EmittedSchemas));
        Assert.Contains("Road", changed.Sources["Acme/Address.g.cs"], StringComparison.Ordinal);
    }
}
