using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Decides the C# type of a schema.</summary>
internal sealed class SchemaBinder
{
    private readonly BindingContext _context;
    private readonly DatatypeBinder _datatypes;
    private readonly SharedTypes _shared = new();
    private readonly OpenTypes _open = new();
    private readonly PlainBinder _plain;
    private readonly RecordBinder _records;
    private readonly UnionBinder _unions;

    public SchemaBinder(BindingContext context, DatatypeBinder datatypes)
    {
        _context = context;
        _datatypes = datatypes;
        Facts = new FactsReader(datatypes);
        Secrets = new SecretReader(datatypes);
        _plain = new PlainBinder(context, this, datatypes);
        _records = new RecordBinder(context, this, datatypes);
        _unions = new UnionBinder(context, this, datatypes);
    }

    public FactsReader Facts { get; }

    public SecretReader Secrets { get; }

    public TypeModel Bind(SyntaxNode schema, SchemaPlace place, Action<TypeModel>? announce = null) => Bind([new SchemaSite(schema, place)], place, announce);

    /// <summary>Binds schemas that all apply to one value.</summary>
    /// <param name="sites">The schemas: mappings or booleans.</param>
    /// <param name="place">Where the value's type is named after.</param>
    /// <param name="announce">Called as soon as the type is known and before its parts are bound, so that parts may refer back.</param>
    public TypeModel Bind(IReadOnlyList<SchemaSite> sites, SchemaPlace place, Action<TypeModel>? announce = null)
    {
        if (!place.IsClaimed && _open.Find(sites, _unions.Open.Count) is { } open)
        {
            return open;
        }

        if (_open.IsFull)
        {
            _context.Report(DatatypeDiagnostics.ReferenceDepth, sites[0].Node);
            return new AnyTypeModel();
        }

        return _open.Bind(sites, _unions.Open.Count, known => BindOpen(sites, place, known + announce));
    }

    private TypeModel BindOpen(IReadOnlyList<SchemaSite> sites, SchemaPlace place, Action<TypeModel> announce)
    {
        SyntaxNode? root = sites.Count == 1 ? sites[0].Node : null;
        return root is not null && !place.IsClaimed && (_context.Names.IsEmpty || _context.Names.Find(NameOverrides.TypePath(place.Path)) is null)
            ? _shared.GetOrAdd(root, place, () => BindParts(ShapeReader.Read(sites), root, place, announce))
            : BindParts(ShapeReader.Read(sites), root, place, announce);
    }

    /// <summary>Binds the parts of a schema.</summary>
    /// <param name="root">The schema that they are the parts of, where it is one.</param>
    public TypeModel BindParts(IReadOnlyList<ShapePart> parts, SyntaxNode? root, SchemaPlace place, Action<TypeModel>? announce) => parts switch
    {
        [] => new AnyTypeModel(),
        [ReferencePart reference] => _datatypes.Resolve(reference.Reference),
        [UnionPart union] => _unions.Bind(union, [], place, announce),
        _ when IsObject(parts) && ObjectGatherer.Gather(parts, root, _datatypes, _unions.Open, _context) is var all && (all.Union is not null || all.Properties.Count > 0) =>
            all.Union is { } union
                ? _unions.Bind(union, [.. parts.Where(p => p != (ShapePart)union)], place, announce)
                : BindRecord(all, parts, root, place, announce),
        [OwnPart own] => _plain.Bind(own, place, announce),
        _ => new MixedBinder(_context, this).Bind(parts, root, place, announce),
    };

    /// <summary>The type of a datatype that is sure to become a record, told without binding it; null for all others.</summary>
    public TypeModel? RecordOf(SchemaSite datatype)
    {
        IReadOnlyList<ShapePart> parts = ShapeReader.Read(datatype);
        if (parts is [] or [ReferencePart] or [UnionPart] || !IsObject(parts)
            || ObjectGatherer.Gather(parts, datatype.Node, _datatypes, [], context: null) is not { Union: null, Properties.Count: > 0 })
        {
            return null;
        }

        TypeModel record = new NamedTypeModel(datatype.Place.Proposal, NamedTypeKind.Record);
        return IsNullable(parts) ? record.AsNullable() : record;
    }

    /// <summary>Binds the record that keeps values of a base whose tag is unknown.</summary>
    public void BindUnknown(SchemaSite site, SchemaPlace place, DerivedFrom from)
    {
        IReadOnlyList<ShapePart> parts = ShapeReader.Read(site);
        ObjectParts all = ObjectGatherer.Gather(parts, site.Node, _datatypes, _unions.Open, _context);
        _records.Bind(all with { Others = [] }, parts, place, announce: null, from);
    }

    /// <summary>Null is among the values where all parts apply.</summary>
    public bool IsNullable(IReadOnlyList<ShapePart> parts) => (Facts.KindsOf(parts) & JsonType.Null) != 0;

    public static string? Summary(IEnumerable<SyntaxNode> schemas)
    {
        foreach (SyntaxNode schema in schemas)
        {
            if (Summary(schema) is { } summary)
            {
                return summary;
            }
        }

        return null;
    }

    public static string? Summary(SyntaxNode schema) =>
        schema is MappingNode mapping && (mapping.Find("description") ?? mapping.Find("title")) is ScalarNode { Kind: ScalarKind.String } text ? JsonText.Plain(text) : null;

    public static bool IsDeprecated(IEnumerable<SyntaxNode> schemas)
    {
        foreach (SyntaxNode schema in schemas)
        {
            if (IsDeprecated(schema))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsDeprecated(SyntaxNode schema) =>
        schema is MappingNode mapping && mapping.Find("deprecated") is ScalarNode { Kind: ScalarKind.Boolean, Text: "true" or "True" or "TRUE" };

    /// <summary>The name for a type of its own at <paramref name="place"/>.</summary>
    public string ClaimName(SchemaPlace place) => place.IsClaimed ? place.Proposal : _context.Types.Claim(place.Proposal, NameOverrides.TypePath(place.Path));

    public static SchemaTextModel TextAt(SchemaPlace place) => new NestedSchemaText(place.Reference);

    private TypeModel BindRecord(ObjectParts all, IReadOnlyList<ShapePart> parts, SyntaxNode? root, SchemaPlace place, Action<TypeModel>? announce)
    {
        TypeModel type = _records.Bind(all, parts, place, announce);
        if (root is not null && type is NamedTypeModel record)
        {
            _datatypes.AddRecord(root, record.Name);
        }

        return type;
    }

    private bool IsObject(IReadOnlyList<ShapePart> parts) =>
        parts.All(p => p is OwnPart { Schema: var own } && SchemaTypes.Of(own) == JsonType.None || (Facts.KindsOf(p) & ~JsonType.Null) == JsonType.Object)
        && (Facts.KindsOf(parts) & ~JsonType.Null) == JsonType.Object;

    /// <summary>Binds what a schema says of objects, whatever else it allows.</summary>
    public TypeModel BindObject(MappingNode schema, SchemaPlace place)
    {
        OwnPart part = new(schema, place);
        return _records.Bind(ObjectGatherer.Gather([part], schema, _datatypes, _unions.Open, _context), [part], place, announce: null);
    }
}
