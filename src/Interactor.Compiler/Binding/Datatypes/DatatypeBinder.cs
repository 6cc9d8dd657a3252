using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>
/// Binds the named datatypes of a connector, each when it is first asked for, so that they may refer to each other in
/// any order and in circles.
/// </summary>
internal sealed class DatatypeBinder
{
    /// <summary>How many references may lead from one to the next before a record ends the chain.</summary>
    public const int MaximumDepth = 100;

    /// <summary>How a reference to a datatype starts.</summary>
    public const string ReferencePrefix = "#/datatypes/";

    private readonly BindingContext _context;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly SchemaBinder _schemas;
    private readonly Hierarchies _hierarchies;
    private readonly SchemaViews? _views;
    private int _depth;

    /// <summary>A binder of datatypes.</summary>
    /// <param name="context">What all binders share.</param>
    /// <param name="datatypes">The wire names with their schemas.</param>
    /// <param name="hasViews">What is sent and what is answered have types of their own where <c>readOnly</c> or <c>writeOnly</c> make them differ.</param>
    public DatatypeBinder(BindingContext context, IReadOnlyList<MappingEntry> datatypes, bool hasViews = false)
    {
        _context = context;
        _views = hasViews ? new SchemaViews(datatypes) : null;
        MappingEntry[] ordered = [.. datatypes.OrderBy(d => d.Key.Text, StringComparer.Ordinal)];

        // Names that a file gives come first, so that no name made of another's wire name takes them.
        Dictionary<string, string> names = ordered
            .OrderBy(d => context.Names.Find(d.Key.Text) is null)
            .ToDictionary(d => d.Key.Text, d => context.Types.Claim(PascalCase.Of(d.Key.Text), d.Key.Text), StringComparer.Ordinal);
        foreach (MappingEntry datatype in ordered)
        {
            string key = datatype.Key.Text;
            _entries[key] = new Entry(new SchemaSite(_views?.SchemaOf(key) ?? datatype.Value, SchemaPlace.OfOwner(names[key], key)));
        }

        foreach (string key in _views?.RequestKeys.OrderBy(k => k, StringComparer.Ordinal) ?? Enumerable.Empty<string>())
        {
            string name = context.Types.Claim(names[_views!.NameOf(key)] + "Request", key);
            _entries[key] = new Entry(new SchemaSite(_views.SchemaOf(key), SchemaPlace.OfOwner(name, key)));
        }

        _schemas = new SchemaBinder(context, this);
        _hierarchies = new Hierarchies(context, this, _schemas);
    }

    /// <summary>The keys of all datatypes: their wire names, and those of their faces in requests.</summary>
    public IEnumerable<string> Keys => _entries.Keys;

    /// <summary>Binds every datatype; the face of one in requests waits until an input asks for it.</summary>
    public void BindAll()
    {
        foreach (KeyValuePair<string, Entry> entry in _entries.ToList())
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            if (!IsRequest(entry.Key))
            {
                Begin(entry.Value);
            }
        }

        BindReached();
    }

    /// <summary>The type that a reference stands for; any when it is broken, which is reported.</summary>
    public TypeModel Resolve(ScalarNode reference)
    {
        if (EntryOf(reference.Text) is { } entry)
        {
            return Follow(entry, reference);
        }

        _context.Report(
            DatatypeDiagnostics.UnresolvedReference,
            reference,
            reference.Text,
            Nearest.Hint(reference.Text, _entries.Keys.Where(k => !IsRequest(k)).Select(k => ReferencePrefix + k)));
        return new AnyTypeModel();
    }

    /// <summary>The schema that a reference stands for, for the binders that look into it.</summary>
    public SchemaSite? SiteOf(string reference) => EntryOf(reference)?.Site;

    public SyntaxNode? NodeOf(string reference) => SiteOf(reference)?.Node;

    public string? CSharpNameOf(string reference) => SiteOf(reference)?.Place.Owner;

    /// <summary>The site of the datatype with a key.</summary>
    public SchemaSite SiteOfKey(string key) => _entries[key].Site;

    /// <summary>The wire name of the datatype with a key.</summary>
    public string NameOfKey(string key) => _views?.NameOf(key) ?? key;

    public bool IsRequest(string key) => _views?.IsRequest(key) == true;

    /// <summary>The wire name of the datatype that a reference, a bare name or the end of a URI names.</summary>
    public string? NameOf(string text)
    {
        string end = text.Substring(text.LastIndexOf('/') + 1);
        string? key = WireNameOf(text) is { } name && _entries.ContainsKey(name) ? name : _entries.ContainsKey(text) ? text : _entries.ContainsKey(end) ? end : null;
        return key is null ? null : NameOfKey(key);
    }

    /// <summary>Sees to it that the datatype with a key is bound.</summary>
    public void Reach(string key) => _entries[key].IsReached = true;

    /// <summary>What a record extends.</summary>
    /// <param name="place">Where the record is named after.</param>
    public DerivedFrom? BaseOf(SchemaPlace place) => place.IsClaimed ? _hierarchies.BaseOf(place.Path) : null;

    /// <summary>Binds a schema that stands inline: an action's output or response, or its input.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="proposal">What a type of its own would be called.</param>
    /// <param name="isRequest">It says what is sent.</param>
    public ContractModel BindInline(SyntaxNode schema, string proposal, bool isRequest = false)
    {
        schema = (isRequest ? _views?.Request(schema) : _views?.Response(schema)) ?? schema;
        ContractModel contract = BindContract(schema, proposal);
        BindReached();
        return contract;
    }

    private ContractModel BindContract(SyntaxNode schema, string proposal)
    {
        if (schema is MappingNode { Entries.Count: 1 } reference && reference.Find("$ref") is ScalarNode name)
        {
            TypeModel referred = Resolve(name);
            return new ContractModel(referred, CSharpNameOf(name.Text) is { } owner ? new SchemaReference(owner, "") : null);
        }

        SchemaPlace place = SchemaPlace.OfOwner(_context.Types.Claim(proposal, proposal), proposal);
        return new ContractModel(BindOwner(new SchemaSite(schema, place), static _ => { }), new SchemaReference(place.Owner, ""));
    }

    private void BindReached()
    {
        while (_entries.Values.FirstOrDefault(e => e is { IsReached: true, IsBegun: false }) is { } entry)
        {
            Begin(entry);
        }

        _hierarchies.Complete();
    }

    // A record's type is known from its schema's form, so it is bound later, in its turn: references between records, of which
    // real documents have thousands in a row, cost no stack.
    private TypeModel Follow(Entry entry, ScalarNode reference)
    {
        if (!entry.IsBegun && (_hierarchies.TypeOf(entry.Site.Place) ?? _schemas.RecordOf(entry.Site)) is { } type)
        {
            entry.IsReached = true;
            return entry.Type = type;
        }

        if (_depth >= MaximumDepth)
        {
            _context.Report(DatatypeDiagnostics.ReferenceDepth, reference);
            return new AnyTypeModel();
        }

        Begin(entry);
        if (entry.Type is null)
        {
            _context.Report(DatatypeDiagnostics.ReferenceCycle, reference, entry.Site.Place.Path);
        }

        return entry.Type ?? new AnyTypeModel();
    }

    private void Begin(Entry entry)
    {
        if (!entry.IsBegun)
        {
            entry.IsBegun = true;
            _depth++;
            entry.Type = BindOwner(entry.Site, type => entry.Type = type);
            _depth--;
        }
    }

    private TypeModel BindOwner(SchemaSite site, Action<TypeModel> announce)
    {
        (SyntaxNode schema, SchemaPlace place) = (site.Node, site.Place);
        TypeModel type = _hierarchies.TypeOf(place) is { } root ? _hierarchies.BindBase(site, root, announce) : _schemas.Bind(schema, place, announce);
        OwnSchemaText text = SchemaText.Of(schema, this);
        DatatypeModel model = _context.Types.Find(place.Owner) switch
        {
            { } own => own with { Schema = text },
            null => new AliasModel
            {
                Name = place.Owner,
                Summary = SchemaBinder.Summary(schema),
                IsDeprecated = SchemaBinder.IsDeprecated(schema),
                Schema = text,
                Type = type,
            },
        };
        _context.Types.Add(model);
        return type;
    }

    private Entry? EntryOf(string reference) => WireNameOf(reference) is { } name && _entries.TryGetValue(name, out Entry? entry) ? entry : null;

    /// <summary>The key of the datatype that a reference names; null when it is no such reference.</summary>
    public static string? WireNameOf(string reference) =>
        reference.StartsWith(ReferencePrefix, StringComparison.Ordinal) ? reference.Substring(ReferencePrefix.Length) : null;

    private sealed class Entry(SchemaSite site)
    {
        public SchemaSite Site { get; } = site;

        /// <summary>Known as soon as the schema is seen to be a type of its own, before its parts are bound.</summary>
        public TypeModel? Type { get; set; }

        public bool IsBegun { get; set; }

        /// <summary>Something refers to it.</summary>
        public bool IsReached { get; set; }
    }
}
