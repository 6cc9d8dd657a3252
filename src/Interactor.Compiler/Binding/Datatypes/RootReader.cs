using System.Globalization;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Schemas;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Schemas.Resources;
using Interactor.Compiler.Schemas.Units;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Finds the schemas that documents are compiled for, and names them.</summary>
internal sealed class RootReader(SchemaFrontEnd frontEnd, SchemaReport report, JsonSchemaSources sources)
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>One schema a document; null, and reported, where a place holds none.</summary>
    public IReadOnlyList<(SchemaLocation Location, string Name)>? Read(IReadOnlyList<SchemaDocument> documents)
    {
        // The order of the files decides nothing: names are taken in the order of paths.
        SchemaDocument[] ordered = [.. documents.OrderBy(PathOf, StringComparer.Ordinal)];
        Dictionary<SchemaDocument, SchemaLocation> wholes = ordered.ToDictionary(d => d, d => frontEnd.Library.Read(d, PlacesOf(d.Dialect ?? sources.Dialect)).Root);
        Dictionary<SchemaDocument, (SchemaLocation Location, string Name)> roots = [];
        foreach (SchemaDocument document in ordered)
        {
            bool isFirst = ReferenceEquals(document, sources.Root);
            if (Find(document, wholes[document], isFirst ? sources.Pointer : "", (isFirst ? sources.Name : null) ?? document.TypeName) is not { } root)
            {
                return null;
            }

            roots[document] = root;
        }

        return [.. documents.Select(d => roots[d])];
    }

    private (SchemaLocation Location, string Name)? Find(SchemaDocument document, SchemaLocation whole, string pointer, string? given)
    {
        string fragment = string.Join("/", pointer.Split('/').Select(SchemaUri.Encode));
        if (frontEnd.Resolver.Find(whole, "#" + fragment) is not { } root)
        {
            report.Add(DatatypeDiagnostics.UnresolvedReference, whole.Node, "#" + pointer, "");
            return null;
        }

        if (!SchemaValue.Is(root.Node))
        {
            report.Wrong(root.Node, SchemaValue.Form, "A schema");
        }

        if (given is not null && _names.Contains(given))
        {
            report.Add(DatatypeDiagnostics.TypeNameTaken, whole.Node, given);
        }

        string name = given ?? NameOf(root, document, pointer);
        if (Referred(root) is { Place.Name.Text: var definition } referred && string.Equals(definition, name, StringComparison.OrdinalIgnoreCase))
        {
            // A root that only says which definition is meant, as tools write it: that definition is the root.
            return (referred, Claim(definition, document));
        }

        return (root, Claim(name, document));
    }

    private string Claim(string name, SchemaDocument document)
    {
        if (_names.Add(name))
        {
            return name;
        }

        string[] path = PathOf(document).Split('/');
        string folder = path.Length > 1 ? SchemaUri.Decode(path[path.Length - 2]) : "..";
        string qualified = folder == ".." ? name : UnitNames.Safe($"{folder}.{name}");
        for (int n = 2; !_names.Add(qualified); n++)
        {
            qualified = name + n.ToString(CultureInfo.InvariantCulture);
        }

        return qualified;
    }

    // As it is seen from the project: where a machine keeps it shall decide no name.
    private static string PathOf(SchemaDocument document) => document.Uris.Count > 0 ? document.Uris[0] : document.File.Path;

    private static string NameOf(SchemaLocation root, SchemaDocument document, string pointer)
    {
        string stem = pointer.Length > 0 ? SchemaPointer.Segments(pointer).Last() : UnitNames.StemOf(document.File.Path);
        bool isNameless = string.Equals(stem, "schema", StringComparison.OrdinalIgnoreCase);
        return UnitNames.Safe(isNameless && (root.Node as MappingNode)?.Find("title") is ScalarNode { Kind: ScalarKind.String, Text.Length: > 0 } title ? title.Text : stem);
    }

    private SchemaLocation? Referred(SchemaLocation root) =>
        root.Node is MappingNode schema
        && schema.Find("$ref") is ScalarNode { Kind: ScalarKind.String } reference
        && (root.IsReferenceOnly || schema.Entries.All(e => e.Key.Text == "$ref" || root.Resource.Dialect.Find(e.Key.Text) is not { IsAnnotation: false }))
        && frontEnd.Resolver.Find(root, reference.Text) is { } target
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
