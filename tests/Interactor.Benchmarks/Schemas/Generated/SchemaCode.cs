using System.Text.Json.Nodes;
using Interactor.Benchmarks.Schemas.Sets;
using Interactor.Compiler;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Text;

namespace Interactor.Benchmarks.Schemas.Generated;

/// <summary>The one place that knows how a stand-alone schema becomes C#, and what of that C# is called.</summary>
internal static class SchemaCode
{
    public const string EntryType = Namespace + ".Entry";

    private const string Namespace = "Measured";

    /// <summary>The product's own path: the schema and its <c>$defs</c> as the datatypes of a connector.</summary>
    /// <exception cref="NotSupportedException">The compiler refuses the schema; the message is its first diagnostic.</exception>
    public static IReadOnlyList<GeneratedFile> Generate(SchemaSet set)
    {
        JsonObject schema = JsonNode.Parse(set.Schema)!.AsObject();
        JsonObject datatypes = [];
        foreach ((string name, JsonNode? definition) in (schema["$defs"] as JsonObject) ?? [])
        {
            datatypes[name] = definition!.DeepClone();
        }

        schema.Remove("$schema");
        schema.Remove("$defs");
        datatypes[TypeName(set)] = schema;
        string text = new JsonObject { ["datatypes"] = datatypes }.ToJsonString()
            .Replace("#/$defs/", "#/datatypes/", StringComparison.Ordinal)
            .Replace("\"$ref\":\"#\"", $"\"$ref\":\"#/datatypes/{TypeName(set)}\"", StringComparison.Ordinal);
        CompiledConnector compiled = ConnectorCompiler.Compile(new ConnectorSources(
            "measured",
            [new SourceFile("measured/connector.yaml", "interactor: 1\nowner: interactor\nid: measured\nname: Measured\nversion: 1.0.0\n"), new SourceFile("measured/datatypes.json", text)],
            Namespace));
        return compiled.Bound.Diagnostics.FirstOrDefault(d => d.Descriptor.Severity == DiagnosticSeverity.Error) is { } error
            ? throw new NotSupportedException($"{error.Descriptor.Id}: {error.Message}")
            : compiled.Files;
    }

    /// <summary>C# that is compiled beside the generated files and calls them as a user would.</summary>
    public static string Entry(SchemaSet set)
    {
        string json = $"global::{Namespace}.{TypeName(set)}Json";
        return $$"""
            namespace {{Namespace}};

            public static class Entry
            {
                public static bool IsValid(byte[] utf8) => {{json}}.Schema.IsValid(utf8);

                public static bool Read(byte[] utf8) => {{json}}.Contract.TryParseValid(utf8, out _, out _);
            }
            """;
    }

    private static string TypeName(SchemaSet set) => (string?)JsonNode.Parse(set.Schema)!["title"] ?? "Root";
}
