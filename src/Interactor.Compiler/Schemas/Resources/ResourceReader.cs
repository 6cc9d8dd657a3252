using System.Globalization;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Schemas.Dialects;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Resources;

/// <summary>
/// Walks the schemas of a document: finds its resources, their identifiers and anchors. Only where a keyword of the dialect holds schemas does
/// it look for them, so that an <c>$id</c> among the values of an <c>enum</c> names nothing.
/// </summary>
internal sealed class ResourceReader(SchemaLibrary library, SchemaReport report)
{
    /// <summary>The resource that a whole document is.</summary>
    /// <param name="uri">Where the document is from.</param>
    /// <param name="otherwise">The dialect of a document that does not name one.</param>
    /// <param name="places">Pointers of mappings whose values are schemas, in a document that is more than a schema.</param>
    public SchemaResource Read(SyntaxNode root, string uri, Dialect otherwise, IEnumerable<string> places)
    {
        Identity identity = IdentityOf(root, uri, otherwise, isDocument: true);
        SchemaResource resource = library.Open(identity.Uri ?? uri, identity.Dialect, root, parent: null, around: null);
        AddAnchor(resource, identity.Fragment, resource.Root);
        Walk(resource.Root);
        foreach (string place in places)
        {
            ReadPlace(resource, place);
        }

        return resource;
    }

    /// <summary>The schema at a place where the walk found none: inside an unknown keyword, or where no keyword stands at all.</summary>
    public SchemaLocation ReadUnknown(SchemaResource resource, SyntaxNode node, string pointer) =>
        resource.Find(node) ?? Enter(new SchemaLocation(resource, node, pointer, parent: null));

    private void ReadPlace(SchemaResource resource, string place)
    {
        SyntaxNode? node = resource.Root.Node;
        foreach (string segment in SchemaPointer.Segments(place))
        {
            node = node is null ? null : SchemaPointer.Step(node, segment);
        }

        if (node is MappingNode schemas)
        {
            foreach (MappingEntry entry in schemas.Entries.Where(e => SchemaValue.Is(e.Value)))
            {
                SchemaLocation location = ReadUnknown(resource, entry.Value, SchemaPointer.Append(place, entry.Key.Text));
                Place(resource.Root, new Subschema(location, place, entry.Key, IsInPlace: false, IsDefinition: true));
            }
        }
    }

    private void Walk(SchemaLocation location)
    {
        if (location.Node is not MappingNode schema)
        {
            return;
        }

        ReadAnchors(location, schema);
        foreach (MappingEntry entry in schema.Entries)
        {
            if (location.Resource.Dialect.Find(entry.Key.Text) is { } keyword
                && location.Resource.Dialect.Uses(keyword)
                && (keyword.Form == KeywordForm.Definitions || !location.IsReferenceOnly))
            {
                WalkKeyword(location, keyword, entry.Value);
            }
        }
    }

    private void WalkKeyword(SchemaLocation location, SchemaKeyword keyword, SyntaxNode value)
    {
        switch (keyword.Form, value)
        {
            case (KeywordForm.Schema or KeywordForm.SchemaOrSchemas, MappingNode or ScalarNode):
                Add(location, keyword, value, null, null);
                break;
            case (KeywordForm.Schemas or KeywordForm.SchemaOrSchemas, SequenceNode list):
                for (int i = 0; i < list.Items.Count; i++)
                {
                    Add(location, keyword, list.Items[i], i.ToString(CultureInfo.InvariantCulture), null);
                }

                break;
            case (KeywordForm.SchemaMap or KeywordForm.Definitions or KeywordForm.Dependencies, MappingNode map):
                foreach (MappingEntry entry in map.Entries)
                {
                    Add(location, keyword, entry.Value, entry.Key.Text, entry.Key);
                }

                break;
        }
    }

    private void Add(SchemaLocation parent, SchemaKeyword keyword, SyntaxNode node, string? step, ScalarNode? name)
    {
        if (SchemaValue.Is(node))
        {
            SchemaLocation location = parent.Resource.Find(node) ?? Enter(new SchemaLocation(parent, node, keyword.Name, step));
            Place(parent, new Subschema(location, keyword.Name, name, keyword.IsInPlace, keyword.Form == KeywordForm.Definitions));
        }
    }

    private static void Place(SchemaLocation parent, Subschema inner)
    {
        parent.Add(inner);
        inner.Location.Place ??= inner;
    }

    // A schema that its identifier makes a resource stands at the root of that one.
    private SchemaLocation Enter(SchemaLocation location)
    {
        SchemaResource resource = location.Resource;
        Identity identity = IdentityOf(location.Node, resource.Uri, resource.Dialect, isDocument: false);
        if (identity.Uri is { } uri && uri != resource.Uri)
        {
            SchemaResource inner = library.Open(uri, identity.Dialect, location.Node, location.Parent, resource);
            resource.AddInner(inner);
            location = inner.Root;
        }
        else
        {
            resource.Add(location);
        }

        AddAnchor(location.Resource, identity.Fragment, location);
        Walk(location);
        return location;
    }

    private Identity IdentityOf(SyntaxNode node, string baseUri, Dialect around, bool isDocument)
    {
        if (node is not MappingNode schema || (!isDocument && schema.Find("$id") is null && schema.Find("id") is null))
        {
            return new Identity(around, null, null);
        }

        Dialect dialect = schema.Find("$schema") is ScalarNode { Kind: ScalarKind.String } name && around.Find("$schema") is not null
            ? library.DialectOf(name, around)
            : around;
        bool isHidden = dialect.IgnoresReferenceSiblings && schema.Find("$ref") is ScalarNode { Kind: ScalarKind.String };
        if (isHidden || dialect.IdKeyword is not { } keyword || schema.Find(keyword) is not ScalarNode { Kind: ScalarKind.String, Text.Length: > 0 } id)
        {
            return new Identity(isDocument ? dialect : around, null, null);
        }

        (string uri, string? fragment) = SchemaUri.Split(SchemaUri.Resolve(baseUri, id.Text));
        bool isPlainName = fragment is { Length: > 0 } && fragment[0] != '/' && dialect.IsAmong(DialectSet.WithFragmentIds);
        return new Identity(dialect, id.Text[0] == '#' ? null : uri, isPlainName ? fragment : null);
    }

    private void ReadAnchors(SchemaLocation location, MappingNode schema)
    {
        SchemaResource resource = location.Resource;
        if (TextOf(schema, resource, "$anchor") is { } anchor)
        {
            AddAnchor(resource, anchor, location);
        }

        if (TextOf(schema, resource, "$dynamicAnchor") is { } dynamicAnchor)
        {
            AddAnchor(resource, dynamicAnchor, location);
            resource.DynamicAnchors[dynamicAnchor] = location;
        }

        if (location.IsResourceRoot && resource.Dialect.Find("$recursiveAnchor") is not null && BooleanValue.IsTrue(schema.Find("$recursiveAnchor")))
        {
            resource.DynamicAnchors[DynamicReference.Recursive] = location;
        }
    }

    private static string? TextOf(MappingNode schema, SchemaResource resource, string keyword) =>
        resource.Dialect.Find(keyword) is not null && schema.Find(keyword) is ScalarNode { Kind: ScalarKind.String } text ? text.Text : null;

    private void AddAnchor(SchemaResource resource, string? name, SchemaLocation location)
    {
        if (name is null)
        {
            return;
        }

        if (!resource.Anchors.TryGetValue(name, out SchemaLocation? first))
        {
            resource.Anchors[name] = location;
            location.Anchor ??= name;
        }
        else if (!ReferenceEquals(first, location))
        {
            report.Add(DatatypeDiagnostics.DuplicateIdentifier, location.Node, "#" + name);
        }
    }

    /// <param name="Uri">What the schema's identifier makes it; null where it has none that makes it a resource.</param>
    /// <param name="Fragment">The plain name that is part of its identifier.</param>
    private readonly record struct Identity(Dialect Dialect, string? Uri, string? Fragment);
}
