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

    private const string ReferencePrefix = "#/datatypes/";

    private readonly BindingContext _context;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly SchemaBinder _schemas;
    private int _depth;

    public DatatypeBinder(BindingContext context, IReadOnlyList<MappingEntry> datatypes)
    {
        _context = context;
        _schemas = new SchemaBinder(context, this);
        foreach (MappingEntry datatype in datatypes.OrderBy(d => d.Key.Text, StringComparer.Ordinal))
        {
            string name = context.Types.Claim(PascalCase.Of(datatype.Key.Text));
            _entries[datatype.Key.Text] = new Entry(name, datatype.Value);
        }
    }

    public void BindAll()
    {
        foreach (string name in _entries.Keys.ToList())
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            Begin(_entries[name]);
        }
    }

    /// <summary>The type that a reference stands for; any when it is broken, which is reported.</summary>
    public TypeModel Resolve(ScalarNode reference)
    {
        if (WireNameOf(reference.Text) is { } name && _entries.ContainsKey(name))
        {
            return Follow(name, reference);
        }

        _context.Report(
            DatatypeDiagnostics.UnresolvedReference,
            reference,
            reference.Text,
            Nearest.Hint(reference.Text, _entries.Keys.Select(k => ReferencePrefix + k)));
        return new AnyTypeModel();
    }

    /// <summary>The schema that a reference stands for, for the binders that merge it.</summary>
    public SyntaxNode? NodeOf(string reference) =>
        WireNameOf(reference) is { } name && _entries.TryGetValue(name, out Entry? entry) ? entry.Node : null;

    public string? CSharpNameOf(string reference) =>
        WireNameOf(reference) is { } name && _entries.TryGetValue(name, out Entry? entry) ? entry.CSharpName : null;

    /// <summary>Binds a schema that stands inline: an action's input, output or response.</summary>
    public ContractModel BindInline(SyntaxNode schema, string proposal)
    {
        if (schema is MappingNode { Entries.Count: 1 } reference && reference.Find("$ref") is ScalarNode name)
        {
            TypeModel referred = Resolve(name);
            return new ContractModel(referred, CSharpNameOf(name.Text) is { } owner ? new SchemaReference(owner, "") : null);
        }

        string claimed = _context.Types.Claim(proposal);
        return new ContractModel(BindOwner(schema, claimed, static _ => { }), new SchemaReference(claimed, ""));
    }

    // A record's type is known from its schema's form, so it is bound later, in its turn: references between records, of which
    // real documents have thousands in a row, cost no stack.
    private TypeModel Follow(string name, ScalarNode reference)
    {
        Entry entry = _entries[name];
        if (!entry.IsBegun && entry.Node is MappingNode mapping && SchemaBinder.FormOf(mapping, entry.CSharpName) is { } record)
        {
            entry.Type = record;
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
            entry.Type = BindOwner(entry.Node, entry.CSharpName, type => entry.Type = type);
            _depth--;
        }
    }

    private TypeModel BindOwner(SyntaxNode schema, string csharpName, Action<TypeModel> announce)
    {
        TypeModel type = _schemas.Bind(schema, new SchemaPlace(csharpName, "", csharpName, Claimed: true), announce);
        OwnSchemaText text = SchemaText.Of(schema, this);
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

    private static string? WireNameOf(string reference) =>
        reference.StartsWith(ReferencePrefix, StringComparison.Ordinal) ? reference.Substring(ReferencePrefix.Length) : null;

    private sealed class Entry(string csharpName, SyntaxNode node)
    {
        public string CSharpName { get; } = csharpName;

        public SyntaxNode Node { get; } = node;

        /// <summary>Known as soon as the schema is seen to be a type of its own, before its parts are bound.</summary>
        public TypeModel? Type { get; set; }

        public bool IsBegun { get; set; }
    }
}
