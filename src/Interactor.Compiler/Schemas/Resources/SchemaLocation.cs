using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Resources;

/// <summary>One schema: a node of a document, in the resource that it belongs to.</summary>
internal sealed class SchemaLocation
{
    private static readonly List<Subschema> None = [];

    private readonly string _keyword = "";
    private readonly string? _name;
    private string? _pointer;
    private List<Subschema>? _subschemas;

    /// <param name="pointer">From the root of the resource.</param>
    public SchemaLocation(SchemaResource resource, SyntaxNode node, string pointer, SchemaLocation? parent)
    {
        Resource = resource;
        Node = node;
        Parent = parent;
        _pointer = pointer;
    }

    /// <param name="parent">The schema around it, in the same resource.</param>
    /// <param name="keyword">The keyword there that holds it.</param>
    /// <param name="name">Its key or its index in the keyword's value; null where it is that value.</param>
    public SchemaLocation(SchemaLocation parent, SyntaxNode node, string keyword, string? name)
    {
        Resource = parent.Resource;
        Node = node;
        Parent = parent;
        _keyword = keyword;
        _name = name;
    }

    public SchemaResource Resource { get; }

    public SyntaxNode Node { get; }

    /// <summary>From the root of the resource.</summary>
    public string Pointer => _pointer ??= ReadPointer();

    /// <summary>The schema around this one; null where a document starts, or where only a reference leads.</summary>
    public SchemaLocation? Parent { get; }

    /// <summary>Where it stands in the schema around it; null where that is not known.</summary>
    public Subschema? Place { get; set; }

    /// <summary>The first plain name that it is referred to by.</summary>
    public string? Anchor { get; set; }

    /// <summary>The schemas directly in this one, in the order of the file.</summary>
    public List<Subschema> Subschemas => _subschemas ?? None;

    /// <summary>The keywords that do something here, once they are checked.</summary>
    public List<(SchemaKeyword Keyword, MappingEntry Entry)>? UsableKeywords { get; set; }

    /// <summary>The schema's own reference hides all that stands beside it.</summary>
    public bool IsReferenceOnly =>
        Resource.Dialect.IgnoresReferenceSiblings && Node is MappingNode mapping && mapping.Find("$ref") is ScalarNode { Kind: ScalarKind.String };

    public void Add(Subschema inner) => (_subschemas ??= []).Add(inner);

    public bool IsResourceRoot => ReferenceEquals(Resource.Root, this);

    // Few places are ever asked for.
    private string ReadPointer()
    {
        string pointer = SchemaPointer.Append(Parent!.Pointer, _keyword);
        return _name is null ? pointer : SchemaPointer.Append(pointer, _name);
    }
}

/// <param name="Keyword">The keyword that holds it.</param>
/// <param name="Name">The key in the keyword's mapping; null where the keyword holds a schema or a list.</param>
/// <param name="IsInPlace">It sees the same value as the schema around it.</param>
/// <param name="IsDefinition">It is only there to be referred to.</param>
internal sealed record Subschema(SchemaLocation Location, string Keyword, ScalarNode? Name, bool IsInPlace, bool IsDefinition);
