using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas.Normal;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>
/// Binds named datatypes, each when it is first asked for, so that they may refer to each other in any order and in circles.
/// </summary>
internal sealed class DatatypeBinder
{
    /// <summary>How many references may lead from one to the next before a record ends the chain.</summary>
    public const int MaximumDepth = 100;

    private readonly BindingContext _context;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> _byReference = new(StringComparer.Ordinal);
    private readonly Dictionary<SyntaxNode, string> _unions = [];
    private readonly Dictionary<SyntaxNode, string> _records = [];
    private readonly Queue<Entry> _reached = new();
    private readonly Dictionary<string, ContractModel> _answers = new(StringComparer.Ordinal);
    private readonly IDatatypeSources _sources;
    private readonly SchemaBinder _schemas;
    private readonly Hierarchies _hierarchies;
    private readonly SchemaViews? _views;
    private int _depth;

    /// <summary>A binder of datatypes.</summary>
    /// <param name="context">What all binders share.</param>
    /// <param name="sources">The schemas.</param>
    /// <param name="hasViews">What is sent and what is answered have types of their own where <c>readOnly</c> or <c>writeOnly</c> make them differ.</param>
    public DatatypeBinder(BindingContext context, IDatatypeSources sources, bool hasViews = false)
    {
        _context = context;
        _sources = sources;
        _views = hasViews ? new SchemaViews(sources.All) : null;
        Claim(sources.All.Select(s => s with { Node = _views?.SchemaOf(s.Key) ?? s.Node }));
        ClaimRequests();
        _schemas = new SchemaBinder(context, this);
        _hierarchies = new Hierarchies(context, this, _schemas);
    }

    /// <summary>The keys of all datatypes: their wire names, and those of their faces in requests.</summary>
    public IEnumerable<string> Keys => _entries.Keys;

    /// <summary>Binds every datatype that is wanted, and those that these need; the face of one in requests waits until an input asks for it.</summary>
    public void BindAll()
    {
        foreach (Entry entry in _entries.Values.Where(e => e.Source.IsWanted).ToList())
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            Begin(entry);
        }

        BindReached();
    }

    /// <summary>The type that a reference stands for.</summary>
    public TypeModel Resolve(ScalarNode reference) => EntryOf(reference.Text) is { } entry ? Follow(entry, reference) : new AnyTypeModel();

    /// <summary>The schema that a reference stands for, for the binders that look into it.</summary>
    public SchemaSite? SiteOf(string reference) => EntryOf(reference)?.Site;

    public SyntaxNode? NodeOf(string reference) => SiteOf(reference)?.Node;

    /// <summary>Notes that a union of its own stands for a schema.</summary>
    public string AddUnion(SyntaxNode schema, string name) => _unions[schema] = name;

    /// <summary>The C# name of the union that was made of a schema; null where none was.</summary>
    public string? UnionOf(SyntaxNode schema) => _unions.TryGetValue(schema, out string? name) ? name : null;

    /// <summary>Notes that a record of its own stands for a schema.</summary>
    public void AddRecord(SyntaxNode schema, string name) => _records[schema] = name;

    /// <summary>The C# name of the record that is, or will be, made of a schema and nothing else; null where there is none.</summary>
    public string? RecordOf(SyntaxNode schema) => _records.TryGetValue(schema, out string? name) ? name : null;

    /// <summary>The schema behind references that say nothing else; null where they lead nowhere.</summary>
    public SyntaxNode? Follow(SyntaxNode node)
    {
        SyntaxNode? target = node;
        for (int i = 0; target is MappingNode schema && schema.Find("$ref") is ScalarNode reference; i++)
        {
            if (i == MaximumDepth || !CheckKeywords.HasOnly(schema, "$ref") || schema.Find("type") is not null)
            {
                return null;
            }

            target = NodeOf(reference.Text);
        }

        return target;
    }

    public string? CSharpNameOf(string reference) => SiteOf(reference)?.Place.Proposal;

    /// <summary>The site of the datatype with a key.</summary>
    public SchemaSite SiteOfKey(string key) => _entries[key].Site;

    /// <summary>The wire name of the datatype with a key.</summary>
    public string NameOfKey(string key) => _views?.NameOf(key) ?? key;

    public bool IsRequest(string key) => _views?.IsRequest(key) == true;

    /// <summary>The wire name of the datatype that a reference names.</summary>
    public string? NameOf(string reference) => EntryOf(reference) is { } entry ? NameOfKey(entry.Source.Key) : null;

    /// <summary>Sees to it that the datatype with a key is bound.</summary>
    public void Reach(string key) => _reached.Enqueue(_entries[key]);

    /// <summary>What a record extends.</summary>
    /// <param name="place">Where the record is named after.</param>
    public DerivedFrom? BaseOf(SchemaPlace place) => place.IsClaimed ? _hierarchies.BaseOf(place.Path) : null;

    /// <summary>Binds a schema that stands inline: an action's output or response, or its input.</summary>
    /// <param name="written">The schema as it stands in the file.</param>
    /// <param name="proposal">What a type of its own would be called.</param>
    /// <param name="isRequest">It says what is sent.</param>
    public ContractModel BindInline(SyntaxNode written, string proposal, bool isRequest = false) => BindInline(written, proposal, isRequest, out _);

    /// <summary>The same, with the schema in normal form.</summary>
    public ContractModel BindInline(SyntaxNode written, string proposal, bool isRequest, out SyntaxNode schema)
    {
        schema = Write(written, isRequest);
        ContractModel contract = BindWritten(schema, proposal, isRequest);
        BindReached();
        return contract;
    }

    /// <summary>A schema that stands inline, in normal form; no type is made of it.</summary>
    public SyntaxNode Write(SyntaxNode written, bool isRequest)
    {
        IReadOnlyList<DatatypeSource> normal = _sources.Write(written);
        SyntaxNode schema = normal[0].Node;
        Claim(normal.Skip(1));
        return (isRequest ? _views?.Input(schema) : _views?.Response(schema)) ?? schema;
    }

    private ContractModel BindWritten(SyntaxNode schema, string proposal, bool isRequest)
    {
        if (schema is MappingNode { Entries.Count: 1 } reference && reference.Find("$ref") is ScalarNode name)
        {
            return new ContractModel(Resolve(name), SiteOf(name.Text)?.Place.Reference);
        }

        // What two actions answer by schemas of one text has one type, named after the first.
        OwnSchemaText text = SchemaText.Of(schema, NameInText, withRemarks: isRequest);
        if (!isRequest && _answers.TryGetValue(text.Json, out ContractModel? known))
        {
            return known;
        }

        SchemaPlace place = SchemaPlace.OfOwner(_context.Types.Claim(proposal, proposal), proposal);
        ContractModel contract = new(BindOwner(new SchemaSite(schema, place), text, static _ => { }), place.Reference);
        if (!isRequest)
        {
            _answers[text.Json] = contract;
        }

        return contract;
    }

    // A record's type is known from its schema's form, so it is bound later, in its turn: references between records, of which
    // real documents have thousands in a row, cost no stack.
    private TypeModel Follow(Entry entry, ScalarNode reference)
    {
        if (!entry.IsBegun && (_hierarchies.TypeOf(entry.Site.Place) ?? _schemas.RecordOf(entry.Site)) is { } type)
        {
            _reached.Enqueue(entry);
            return entry.Type = type;
        }

        if (_depth >= MaximumDepth)
        {
            _context.Report(DatatypeDiagnostics.ReferenceDepth, reference);
            return new AnyTypeModel();
        }

        // A type that is told only once its parts are known holds itself as any value.
        Begin(entry);
        return entry.Type ?? new AnyTypeModel();
    }

    private void Begin(Entry entry)
    {
        if (!entry.IsBegun)
        {
            entry.IsBegun = true;
            _depth++;
            entry.Type = BindOwner(entry.Site, TextOf(entry), type => entry.Type = type);
            _depth--;
        }
    }

    private void BindReached()
    {
        while (_reached.Count > 0)
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            Begin(_reached.Dequeue());
        }

        _hierarchies.Complete();
    }

    private TypeModel BindOwner(SchemaSite site, SchemaTextModel text, Action<TypeModel> announce)
    {
        (SyntaxNode schema, SchemaPlace place) = (site.Node, site.Place);
        TypeModel type = _hierarchies.TypeOf(place) is { } root ? _hierarchies.BindBase(site, root, announce) : _schemas.Bind(schema, place, announce);
        DatatypeModel model = _context.Types.Find(place.Proposal) switch
        {
            { } own => own with { Schema = text },
            null => new AliasModel
            {
                Name = place.Proposal,
                Summary = SchemaBinder.Summary(schema),
                IsDeprecated = SchemaBinder.IsDeprecated(schema),
                Schema = text,
                Type = type,
                Check = new CheckBinder(this).Of(schema, type),
            },
        };
        _context.Types.Add(model);
        return type;
    }

    private SchemaTextModel TextOf(Entry entry) => entry.Source.Home is not { } home ? SchemaText.Of(entry.Site.Node, NameInText)
        : entry.Source.Key == home ? SchemaText.OfAll(home, _sources.InTextOf(home), NameInText)
        : new NestedSchemaText(entry.Site.Place.Reference);

    // Names that a file gives come first, so that no name made of another's wire name takes them; then those that get a type in any case.
    private void Claim(IEnumerable<DatatypeSource> added)
    {
        DatatypeSource[] sources = [.. added];
        if (sources.Length == 0)
        {
            return;
        }

        IEnumerable<DatatypeSource> ordered = sources
            .OrderBy(s => _context.Names.Find(s.Key) is null)
            .ThenBy(s => !s.IsWanted)
            .ThenBy(s => s.Key, StringComparer.Ordinal);
        Dictionary<string, string> names = ordered.ToDictionary(s => s.Key, s => _context.Types.Claim(PascalCase.Of(s.Key), s.Key), StringComparer.Ordinal);
        foreach (DatatypeSource source in sources.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            Add(new Entry(source, new SchemaSite(source.Node, SchemaPlace.OfOwner(names[source.Key], source.Key))));
            AddRecord(source.Node, names[source.Key]);
        }

        foreach (Entry entry in sources.Where(s => s.Home is not null).Select(s => _entries[s.Key]))
        {
            string owner = _entries[entry.Source.Home!].Site.Place.Proposal;
            entry.Site = entry.Site with { Place = entry.Site.Place with { Owner = owner, Pointer = SchemaText.PointerOf(entry.Source.Key) } };
        }
    }

    private void ClaimRequests()
    {
        foreach (string key in _views?.RequestKeys.OrderBy(k => k, StringComparer.Ordinal) ?? Enumerable.Empty<string>())
        {
            string name = _context.Types.Claim(_entries[_views!.NameOf(key)].Site.Place.Proposal + "Request", key);
            SyntaxNode schema = _views.SchemaOf(key);
            Add(new Entry(new DatatypeSource(key, schema, IsWanted: false), new SchemaSite(schema, SchemaPlace.OfOwner(name, key))));
        }
    }

    // A datatype that another one's text refers to needs a class that holds its own.
    private string? NameInText(string reference)
    {
        if (EntryOf(reference) is not { } entry)
        {
            return null;
        }

        if (!entry.IsBegun)
        {
            _reached.Enqueue(entry);
        }

        return entry.Site.Place.Proposal;
    }

    private void Add(Entry entry)
    {
        _entries[entry.Source.Key] = entry;
        _byReference[SchemaWriter.ReferencePrefix + entry.Source.Key] = entry;
    }

    private Entry? EntryOf(string reference) => _byReference.TryGetValue(reference, out Entry? entry) ? entry : null;

    /// <summary>The key of the datatype that a reference names; null when it is no such reference.</summary>
    public static string? KeyIn(string reference) =>
        reference.StartsWith(SchemaWriter.ReferencePrefix, StringComparison.Ordinal) ? reference.Substring(SchemaWriter.ReferencePrefix.Length) : null;

    private sealed class Entry(DatatypeSource source, SchemaSite site)
    {
        public DatatypeSource Source { get; } = source;

        public SchemaSite Site { get; set; } = site;

        /// <summary>Known as soon as the schema is seen to be a type of its own, before its parts are bound.</summary>
        public TypeModel? Type { get; set; }

        public bool IsBegun { get; set; }
    }
}
