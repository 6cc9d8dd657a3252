using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Schemas.Dialects;
using Interactor.Compiler.Schemas.Metaschemas;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Resources;

/// <summary>
/// The documents that references may lead to, by URI: those that the host gives and the published metaschemas. Nothing is fetched. A document
/// is walked when a reference first asks for something that is not known yet.
/// </summary>
internal sealed class SchemaLibrary
{
    private readonly Dialect _dialect;
    private readonly SchemaReport _report;
    private readonly ResourceReader _reader;
    private readonly DialectFinder _dialects;
    private readonly Dictionary<string, SchemaResource> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaDocument> _waiting = new(StringComparer.Ordinal);
    private readonly List<SchemaDocument> _documents = [];
    private readonly SchemaAssertions _assertions;
    private SchemaAssertions? _reading;
    private int _count;

    /// <param name="dialect">The dialect of documents that do not name one.</param>
    /// <param name="assertions">What documents assert that do not say it themselves.</param>
    public SchemaLibrary(Dialect dialect, SchemaAssertions assertions, SchemaReport report)
    {
        _dialect = dialect;
        _assertions = assertions;
        _report = report;
        _reader = new ResourceReader(this, report);
        _dialects = new DialectFinder(this, report);
    }

    /// <summary>The URIs that documents and identifiers have, for hints.</summary>
    public IEnumerable<string> Uris => _resources.Keys.Concat(_waiting.Keys);

    /// <summary>Takes a document along, for references to find.</summary>
    public void Add(SchemaDocument document)
    {
        if (document.Root is null)
        {
            return;
        }

        _documents.Add(document);
        foreach (string uri in UrisOf(document))
        {
            if (!_waiting.ContainsKey(uri))
            {
                _waiting.Add(uri, document);
            }
        }
    }

    /// <summary>Walks a document now.</summary>
    /// <param name="places">Pointers of mappings whose values are schemas, in a document that is more than a schema.</param>
    public SchemaResource Read(SchemaDocument document, params IEnumerable<string> places)
    {
        string[] uris = [.. UrisOf(document)];
        _documents.Remove(document);
        foreach (string uri in uris.Where(u => _waiting.TryGetValue(u, out SchemaDocument? waiting) && ReferenceEquals(waiting, document)))
        {
            _waiting.Remove(uri);
        }

        SchemaAssertions? outer = _reading;
        _reading = document.Assertions;
        SchemaResource resource = _reader.Read(document.Root!, uris[0], document.Dialect is { } dialect ? Dialect.Of(dialect) : _dialect, places);
        _reading = outer;
        resource.FileUri = resource.Uri == uris[0] ? SchemaUri.OfPath(document.File.Path) : null;
        foreach (string uri in uris.Where(u => !_resources.ContainsKey(u)))
        {
            _resources.Add(uri, resource);
        }

        return resource;
    }

    /// <summary>Walks a tree that is no file and no schema, but holds some.</summary>
    /// <param name="places">Pointers of mappings whose values are schemas.</param>
    public SchemaResource Read(SyntaxNode root, string uri, params IEnumerable<string> places)
    {
        SchemaResource resource = _reader.Read(root, uri, _dialect, places);
        resource.IsContainer = true;
        return resource;
    }

    /// <summary>The schema at a place that is not known to hold one.</summary>
    public SchemaLocation ReadUnknown(SchemaResource resource, SyntaxNode node, string pointer) => _reader.ReadUnknown(resource, node, pointer);

    /// <summary>The resource of that URI; null where nobody has it.</summary>
    /// <param name="uri">Without a fragment.</param>
    public SchemaResource? Find(string uri)
    {
        if (_resources.TryGetValue(uri, out SchemaResource? known))
        {
            return known;
        }

        if (_waiting.TryGetValue(uri, out SchemaDocument? document))
        {
            return Read(document);
        }

        while (_documents.Count > 0)
        {
            Read(_documents[0]);
            if (_resources.TryGetValue(uri, out known))
            {
                return known;
            }
        }

        return Metaschema.Find(uri) is { } metaschema ? Read(metaschema) : null;
    }

    /// <summary>The root of the document of that URI, read but not walked.</summary>
    public SyntaxNode? FindRoot(string uri) =>
        _resources.TryGetValue(uri, out SchemaResource? known) ? known.Root.Node
        : _waiting.TryGetValue(uri, out SchemaDocument? document) ? document.Root
        : null;

    public Dialect DialectOf(ScalarNode name, Dialect otherwise) => _dialects.Find(name, otherwise);

    /// <summary>Opens a resource; the first of two with the same URI keeps it.</summary>
    public SchemaResource Open(string uri, Dialect dialect, SyntaxNode root, SchemaLocation? parent, SchemaResource? around)
    {
        SchemaResource resource = new(uri, dialect, root, _count++, parent, around);
        if (around is null)
        {
            resource.Assertions = _reading ?? _assertions;
        }

        if (!_resources.ContainsKey(uri))
        {
            _resources.Add(uri, resource);
        }
        else if (around is not null)
        {
            _report.Add(DatatypeDiagnostics.DuplicateIdentifier, root, uri);
        }

        return resource;
    }

    private static IEnumerable<string> UrisOf(SchemaDocument document)
    {
        string path = SchemaUri.OfPath(document.File.Path);
        string first = document.Uris.Count > 0 ? document.Uris[0] : path;
        yield return first;
        foreach (string uri in document.Uris.Skip(1).Append(path))
        {
            yield return uri;
        }

        if (document.Root is MappingNode root && (root.Find("$id") ?? root.Find("id")) is ScalarNode { Kind: ScalarKind.String } id)
        {
            yield return SchemaUri.Split(SchemaUri.Resolve(first, id.Text)).Uri;
        }
    }
}
