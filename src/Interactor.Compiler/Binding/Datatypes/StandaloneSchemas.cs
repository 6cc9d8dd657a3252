using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Schemas;
using Interactor.Compiler.Schemas.Dialects;
using Interactor.Compiler.Schemas.Resources;
using Interactor.Compiler.Schemas.Units;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>The schemas of a document on its own: its root and its definitions get types, and whatever types need of others.</summary>
internal sealed class StandaloneSchemas : IDatatypeSources
{
    private StandaloneSchemas(IReadOnlyList<SchemaUnit> units)
    {
        TextHome = units[0].Key;
        All = [.. units.Distinct().Select(u => new DatatypeSource(u.Key, u.Node!, u.IsStart))];
    }

    public IReadOnlyList<DatatypeSource> All { get; }

    public string TextHome { get; }

    /// <summary>Reads and writes the schema; null, and reported, where its place holds none.</summary>
    public static StandaloneSchemas? Read(JsonSchemaSources sources, BindingContext context)
    {
        SchemaReport report = new(context.Diagnostics, sources.Root.File);
        SchemaFrontEnd frontEnd = new(Dialect.Of(sources.Dialect), sources.Assertions, report, hasExpressions: false, context.Cancellation);
        foreach (SchemaDocument other in sources.Documents.Where(d => !d.File.Equals(sources.Root.File)))
        {
            frontEnd.Library.Add(other);
        }

        SchemaLocation document = frontEnd.Library.Read(sources.Root, PlacesOf(sources.Dialect)).Root;
        if (frontEnd.Resolver.Find(document, "#" + SchemaUri.Encode(sources.Pointer).Replace("%2F", "/")) is not { } root)
        {
            report.Add(DatatypeDiagnostics.UnresolvedReference, document.Node, "#" + sources.Pointer, "");
            return null;
        }

        string name = sources.Name ?? NameOf(root, sources);
        if (Referred(root, frontEnd.Resolver) is { } referred && string.Equals(referred.Place?.Name?.Text, name, StringComparison.OrdinalIgnoreCase))
        {
            // A root that only says which definition is meant, as tools write it: that definition is the root.
            name = referred.Place!.Name!.Text;
            root = referred;
        }

        IEnumerable<(SchemaLocation, string?)> definitions = document.Subschemas
            .Concat(root.Subschemas)
            .Where(s => s.IsDefinition && !ReferenceEquals(s.Location, root))
            .Select(s => (s.Location, (string?)null));
        return new StandaloneSchemas(frontEnd.Write([(root, name), .. definitions.Distinct()], []));
    }

    public IReadOnlyList<DatatypeSource> Write(SyntaxNode schema) => throw new NotSupportedException("Nothing stands inline beside a schema on its own.");

    private static string NameOf(SchemaLocation root, JsonSchemaSources sources)
    {
        string stem = sources.Pointer.Length > 0 ? SchemaPointer.Segments(sources.Pointer).Last() : UnitNames.StemOf(sources.Root.File.Path);
        bool isNameless = string.Equals(stem, "schema", StringComparison.OrdinalIgnoreCase);
        return UnitNames.Safe(isNameless && (root.Node as MappingNode)?.Find("title") is ScalarNode { Kind: ScalarKind.String, Text.Length: > 0 } title ? title.Text : stem);
    }

    private static SchemaLocation? Referred(SchemaLocation root, ReferenceResolver resolver) =>
        root.Node is MappingNode schema
        && schema.Find("$ref") is ScalarNode { Kind: ScalarKind.String } reference
        && (root.IsReferenceOnly || schema.Entries.All(e => e.Key.Text == "$ref" || root.Resource.Dialect.Find(e.Key.Text) is not { IsAnnotation: false }))
        && resolver.Find(root, reference.Text) is { } target
        && ReferenceEquals(target.Resource, root.Resource)
            ? target
            : null;

    private static string[] PlacesOf(SchemaDialect dialect) => dialect switch
    {
        SchemaDialect.Swagger20 => ["/definitions"],
        SchemaDialect.OpenApi30 or SchemaDialect.OpenApi31 => ["/components/schemas"],
        _ => [],
    };
}
