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
    private readonly SchemaBinder _schemas;
    private readonly IDatatypeSources _sources;
    private readonly Queue<Entry> _reached = new();
    private int _depth;

    public DatatypeBinder(BindingContext context, IDatatypeSources sources)
    {
        _context = context;
        _schemas = new SchemaBinder(context, this);
        _sources = sources;
        Claim(sources.All);
    }

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
    public TypeModel Resolve(ScalarNode reference)
    {
        return WireNameOf(reference.Text) is { } name && _entries.ContainsKey(name) ? Follow(name, reference) : new AnyTypeModel();
    }

    /// <summary>The schema that a reference stands for, for the binders that merge it.</summary>
    public SyntaxNode? NodeOf(string reference) =>
        WireNameOf(reference) is { } name && _entries.TryGetValue(name, out Entry? entry) ? entry.Source.Node : null;

    /// <summary>Where the text of the schema is that a reference stands for.</summary>
    public SchemaReference? TextOf(string reference) =>
        WireNameOf(reference) is { } name && _entries.TryGetValue(name, out Entry? entry) ? TextOf(entry) : null;

    public string? CSharpNameOf(string reference) =>
        WireNameOf(reference) is { } name && _entries.TryGetValue(name, out Entry? entry) ? entry.CSharpName : null;

    /// <summary>Binds a schema that stands inline: an action's input, output or response.</summary>
    public ContractModel BindInline(SyntaxNode written, string proposal)
    {
        IReadOnlyList<DatatypeSource> normal = _sources.Write(written);
        SyntaxNode schema = normal[0].Node;
        Claim(normal.Skip(1));
        if (schema is MappingNode { Entries.Count: 1 } reference && reference.Find("$ref") is ScalarNode name)
        {
            TypeModel referred = Resolve(name);
            BindReached();
            return new ContractModel(referred, CSharpNameOf(name.Text) is { } owner ? new SchemaReference(owner, "") : null);
        }

        string claimed = _context.Types.Claim(proposal);
        TypeModel type = BindOwner(schema, claimed, new SchemaReference(claimed, ""), static _ => { });
        BindReached();
        return new ContractModel(type, new SchemaReference(claimed, ""));
    }

    // A record's type is known from its schema's form, so it is bound later, in its turn: references between records, of which
    // real documents have thousands in a row, cost no stack.
    private TypeModel Follow(string name, ScalarNode reference)
    {
        Entry entry = _entries[name];
        if (!entry.IsBegun && entry.Source.Node is MappingNode mapping && SchemaBinder.FormOf(mapping, entry.CSharpName) is { } record)
        {
            entry.Type = record;
            _reached.Enqueue(entry);
            return record;
        }

        if (_depth >= MaximumDepth)
        {
            _context.Report(DatatypeDiagnostics.ReferenceDepth, reference);
            return new AnyTypeModel();
        }

        Begin(entry);
        if (entry.Type is null)
        {
            _context.Report(DatatypeDiagnostics.ReferenceCycle, reference, name);
        }

        return entry.Type ?? new AnyTypeModel();
    }

    private void Begin(Entry entry)
    {
        if (!entry.IsBegun)
        {
            entry.IsBegun = true;
            _depth++;
            entry.Type = BindOwner(entry.Source.Node, entry.CSharpName, TextOf(entry), type => entry.Type = type, entry.Source.Key);
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
    }

    private TypeModel BindOwner(SyntaxNode schema, string csharpName, SchemaReference home, Action<TypeModel> announce, string? key = null)
    {
        TypeModel type = _schemas.Bind(schema, new SchemaPlace(home.Datatype, home.Pointer, csharpName, Claimed: true), announce);
        SchemaTextModel text = _sources.TextHome is not { } all ? SchemaText.Of(schema, CSharpNameOf)
            : key == all ? SchemaText.OfAll(all, _entries.Values.Select(e => e.Source))
            : new NestedSchemaText(home);
        DatatypeModel model = _context.Types.Find(csharpName) switch
        {
            { } own => own with { Schema = text },
            null => new AliasModel
            {
                Name = csharpName,
                Summary = SchemaBinder.Summary(schema),
                IsDeprecated = SchemaBinder.IsDeprecated(schema),
                Schema = text,
                Type = type,
            },
        };
        _context.Types.Add(model);
        return type;
    }

    private SchemaReference TextOf(Entry entry) => _sources.TextHome is { } home
        ? new SchemaReference(_entries[home].CSharpName, SchemaText.PointerOf(entry.Source.Key))
        : new SchemaReference(entry.CSharpName, "");

    // Those that get a type in any case choose their names first.
    private void Claim(IEnumerable<DatatypeSource> sources)
    {
        foreach (DatatypeSource source in sources.OrderBy(s => s.IsWanted ? 0 : 1).ThenBy(s => s.Key, StringComparer.Ordinal))
        {
            _entries[source.Key] = new Entry(_context.Types.Claim(PascalCase.Of(source.Key)), source);
        }
    }

    private static string? WireNameOf(string reference) =>
        reference.StartsWith(SchemaWriter.ReferencePrefix, StringComparison.Ordinal) ? reference.Substring(SchemaWriter.ReferencePrefix.Length) : null;

    private sealed class Entry(string csharpName, DatatypeSource source)
    {
        public string CSharpName { get; } = csharpName;

        public DatatypeSource Source { get; } = source;

        /// <summary>Known as soon as the schema is seen to be a type of its own, before its parts are bound.</summary>
        public TypeModel? Type { get; set; }

        public bool IsBegun { get; set; }
    }
}
