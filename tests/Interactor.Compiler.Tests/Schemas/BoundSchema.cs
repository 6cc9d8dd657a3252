using System.Text.Json;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Tests.Schemas;

/// <summary>A schema on its own, bound: its normal form and its findings.</summary>
internal sealed class BoundSchema
{
    private BoundSchema(BoundJsonSchema bound) => Bound = bound;

    public BoundJsonSchema Bound { get; }

    /// <summary>The ids of the findings, in the order of their places.</summary>
    public IEnumerable<string> Findings => Bound.Diagnostics.Select(d => d.Descriptor.Id);

    public static BoundSchema Of(
        string json,
        SchemaDialect dialect = SchemaDialect.Draft202012,
        SchemaAssertions assertions = SchemaAssertions.None,
        string path = "root.json",
        params IEnumerable<SchemaDocument> documents) => new(JsonSchemaBinder.Bind(
            new JsonSchemaSources
            {
                Root = new SchemaDocument(new SourceFile(path, json)),
                Namespace = "Demo",
                Dialect = dialect,
                Assertions = assertions,
                Documents = documents.ToEquatableArray(),
            },
            TestContext.Current.CancellationToken));

    public static SchemaDocument Document(string path, string json, params string[] uris) => new(new SourceFile(path, json), uris.ToEquatableArray());

    /// <summary>The root unit without <c>$source</c>, as canonical JSON.</summary>
    public string Root() => Unit("root");

    /// <summary>A unit without <c>$source</c>.</summary>
    public string Unit(string key)
    {
        using JsonDocument text = JsonDocument.Parse(Json());
        JsonElement unit = text.RootElement.GetProperty("$defs").GetProperty(key);
        return unit.ValueKind == JsonValueKind.Object
            ? "{" + string.Join(",", unit.EnumerateObject().Where(m => m.Name != "$source").Select(m => $"\"{m.Name}\":{m.Value.GetRawText()}")) + "}"
            : unit.GetRawText();
    }

    public IEnumerable<string> Units()
    {
        using JsonDocument text = JsonDocument.Parse(Json());
        return [.. text.RootElement.GetProperty("$defs").EnumerateObject().Select(m => m.Name)];
    }

    private string Json()
    {
        Assert.DoesNotContain(Bound.Diagnostics, d => d.Descriptor.Severity == DiagnosticSeverity.Error);
        return Bound.Model!.Datatypes.Select(d => d.Schema).OfType<OwnSchemaText>().Single().Json;
    }
}
