using Interactor.Compiler.Schemas.Dialects;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Resources;

/// <summary>A schema with an identifier of its own, or a whole document (2020-12 core, section 4.3.5), and the schemas in it up to the next one.</summary>
internal sealed class SchemaResource
{
    private readonly Dictionary<SyntaxNode, SchemaLocation> _locations = [];

    /// <param name="uri">Without a fragment.</param>
    /// <param name="number">The place among all resources.</param>
    /// <param name="parent">The schema around it.</param>
    /// <param name="around">The resource around it; null for a document.</param>
    public SchemaResource(string uri, Dialect dialect, SyntaxNode root, int number, SchemaLocation? parent, SchemaResource? around)
    {
        Document = around?.Document ?? this;
        Assertions = around?.Assertions ?? SchemaAssertions.None;
        Uri = uri;
        Dialect = dialect;
        Number = number;
        Root = new SchemaLocation(this, root, "", parent);
        Add(Root);
    }

    public string Uri { get; }

    public Dialect Dialect { get; }

    public int Number { get; }

    /// <summary>The resource that the whole document is.</summary>
    public SchemaResource Document { get; }

    /// <summary>Where the document's file is, for references that lead on from there; null where it is no file, or has an address of its own.</summary>
    public string? FileUri { get; set; }

    /// <summary>What refuses values where the dialect leaves the choice.</summary>
    public SchemaAssertions Assertions { get; set; }

    public SchemaLocation Root { get; }

    /// <summary>The root only holds schemas and is none.</summary>
    public bool IsContainer { get; set; }

    /// <summary>Every schema of the resource, as far as it is known.</summary>
    public List<SchemaLocation> Locations { get; } = [];

    /// <summary>Schemas by <c>$anchor</c>, <c>$dynamicAnchor</c> and, until draft 7, <c>$id: "#name"</c>.</summary>
    public Dictionary<string, SchemaLocation> Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>Schemas that the dynamic scope finds by name.</summary>
    public Dictionary<string, SchemaLocation> DynamicAnchors { get; } = new(StringComparer.Ordinal);

    /// <summary>What references from here lead to, by their text, as far as that was found.</summary>
    public Dictionary<string, SchemaLocation> Targets { get; } = new(StringComparer.Ordinal);

    /// <summary>The schema at a node, which may be the root of a resource inside this one.</summary>
    public SchemaLocation? Find(SyntaxNode node) => _locations.TryGetValue(node, out SchemaLocation? location) ? location : null;

    public void Add(SchemaLocation location)
    {
        _locations[location.Node] = location;
        Locations.Add(location);
    }

    /// <summary>Notes that a resource of its own starts inside this one.</summary>
    public void AddInner(SchemaResource inner) => _locations[inner.Root.Node] = inner.Root;
}
