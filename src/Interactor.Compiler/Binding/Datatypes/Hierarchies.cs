using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>
/// The only inheritance there is: an object with a <c>discriminator</c> is the base of the datatypes that extend it by <c>allOf</c>.
/// </summary>
internal sealed class Hierarchies
{
    private readonly BindingContext _context;
    private readonly DatatypeBinder _datatypes;
    private readonly SchemaBinder _schemas;
    private readonly Dictionary<string, Discriminator> _bases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _baseOf = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _incomplete = new(StringComparer.Ordinal);

    public Hierarchies(BindingContext context, DatatypeBinder datatypes, SchemaBinder schemas)
    {
        _context = context;
        _datatypes = datatypes;
        _schemas = schemas;
        Find();
    }

    /// <summary>The type of the datatype at a place where it is a base; null where it is none.</summary>
    public NamedTypeModel? TypeOf(SchemaPlace place) =>
        place.IsClaimed && _bases.ContainsKey(place.Path) ? new NamedTypeModel(place.Proposal, NamedTypeKind.Base) : null;

    /// <summary>What the datatype with a wire name extends.</summary>
    public DerivedFrom? BaseOf(string name) => _baseOf.TryGetValue(name, out string? owner)
        ? new DerivedFrom(_datatypes.SiteOfKey(owner).Place.Proposal, _bases[owner].Property, [.. TagsOf(name, _bases[owner])])
        : null;

    public NamedTypeModel BindBase(SchemaSite site, NamedTypeModel type, Action<TypeModel> announce)
    {
        SchemaPlace place = site.Place;
        announce(type);
        _incomplete.Add(place.Path);
        Discriminator discriminator = _bases[place.Path];
        string unknown = _context.Types.Claim("Unknown" + place.Proposal, NameOverrides.TypePath(place.Path + ".Unknown"));
        _schemas.BindUnknown(site, place with { Proposal = unknown }, new DerivedFrom(place.Proposal, discriminator.Property, []));
        _context.Types.Add(new BaseModel
        {
            Name = place.Proposal,
            Summary = SchemaBinder.Summary(site.Node),
            IsDeprecated = SchemaBinder.IsDeprecated(site.Node),
            Schema = SchemaBinder.TextAt(place),
            Tag = discriminator.Property,
            Properties = [],
            Derived = BindDerived(place.Path, discriminator),
            UnknownName = unknown,
        });
        return type;
    }

    /// <summary>Lifts into each new base what all that extend it have alike. Called once these are bound.</summary>
    public void Complete()
    {
        foreach (BaseModel model in _incomplete.Select(b => _context.Types.Find(_datatypes.SiteOfKey(b).Place.Proposal)).OfType<BaseModel>().ToList())
        {
            RecordModel[] records = [.. model.Derived.Select(d => d.Name).Append(model.UnknownName).Select(_context.Types.Find).OfType<RecordModel>()];
            RecordModel unknown = records[records.Length - 1];
            PropertyModel[] shared = [.. unknown.Properties.Where(p => p.Constant is null && Array.TrueForAll(records, r => r.Properties.Any(o => IsSame(o, p))))];
            HashSet<string> names = [.. shared.Select(p => p.JsonName)];
            foreach (RecordModel record in records)
            {
                _context.Types.Add(record with
                {
                    Properties = record.Properties.Select(p => names.Contains(p.JsonName) ? p with { IsInherited = true } : p).ToEquatableArray(),
                });
            }

            _context.Types.Add(model with { Properties = shared.ToEquatableArray() });
        }

        _incomplete.Clear();
    }

    private static bool IsSame(PropertyModel left, PropertyModel right) =>
        left.JsonName == right.JsonName && left.CSharpName == right.CSharpName && left.Type == right.Type
        && left.IsRequired == right.IsRequired && left.Constant == right.Constant;

    private void Find()
    {
        Dictionary<string, Discriminator> candidates = new(StringComparer.Ordinal);
        DiscriminatorReader reader = new(_datatypes);
        foreach (string name in _datatypes.Keys)
        {
            SchemaSite site = _datatypes.SiteOfKey(name);
            if (site.Node is MappingNode schema && schema.Find("discriminator") is not null
                && !ShapeReader.Read(site).Any(p => p is UnionPart) && _schemas.Facts.Of(schema).KindsBesideNull == JsonType.Object
                && reader.Read(schema) is { } discriminator)
            {
                candidates[name] = discriminator;
            }
        }

        if (candidates.Count == 0)
        {
            return;
        }

        foreach (string name in _datatypes.Keys)
        {
            if (NearestBase(name, candidates) is { } found)
            {
                _bases[found] = candidates[found];
                _baseOf[name] = found;
            }
        }

        // A base that extends another one stands on its own.
        foreach (string name in _bases.Keys)
        {
            _baseOf.Remove(name);
        }

        foreach (string name in _bases.Keys.Where(b => !_baseOf.ContainsValue(b)).ToList())
        {
            _bases.Remove(name);
        }
    }

    private string? NearestBase(string name, Dictionary<string, Discriminator> candidates)
    {
        IReadOnlyList<ShapePart> own = ShapeReader.Read(_datatypes.SiteOfKey(name));
        if (own is [ReferencePart])
        {
            return null;
        }

        Queue<IReadOnlyList<ShapePart>> open = new([own]);
        HashSet<string> seen = new([name], StringComparer.Ordinal);
        while (open.Count > 0)
        {
            foreach (ReferencePart reference in open.Dequeue().OfType<ReferencePart>())
            {
                if (_datatypes.SiteOf(reference.Reference.Text) is { } target && seen.Add(target.Place.Path))
                {
                    if (candidates.ContainsKey(target.Place.Path))
                    {
                        return target.Place.Path;
                    }

                    open.Enqueue(ShapeReader.Read(target));
                }
            }
        }

        return null;
    }

    private EquatableArray<DerivedModel> BindDerived(string name, Discriminator discriminator)
    {
        List<DerivedModel> derived = [];
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (string other in _baseOf.Where(b => b.Value == name).Select(b => b.Key).OrderBy(n => n, StringComparer.Ordinal))
        {
            SchemaSite site = _datatypes.SiteOfKey(other);
            List<string> tags = [];
            foreach (string tag in TagsOf(other, discriminator))
            {
                if (taken.Add(tag))
                {
                    tags.Add(tag);
                }
                else
                {
                    _context.Report(DatatypeDiagnostics.AmbiguousTag, site.Node, tag, discriminator.Property);
                }
            }

            _datatypes.Reach(other);
            derived.Add(new DerivedModel(site.Place.Proposal, tags.ToEquatableArray()));
        }

        // The face in requests has the same mapping, about which enough is said.
        IEnumerable<DiscriminatorEntry> strays = discriminator.Mapping.Where(m => m.Datatype != name && !(_baseOf.TryGetValue(m.Datatype, out string? own) && own == name));
        foreach (DiscriminatorEntry stray in _datatypes.IsRequest(name) ? [] : strays)
        {
            _context.Report(DatatypeDiagnostics.MappingWithoutCase, stray.Place, stray.Datatype, $"let it extend {name} by allOf or take the entry out");
        }

        return derived.ToEquatableArray();
    }

    // The mapping names the texts of a datatype; one that it leaves out is named by the texts that it allows, or by its own name.
    private IEnumerable<string> TagsOf(string name, Discriminator discriminator)
    {
        string wireName = _datatypes.NameOfKey(name);
        string[] mapped = [.. discriminator.Mapping.Where(m => m.Datatype == wireName).Select(m => m.Value).Distinct(StringComparer.Ordinal)];
        SchemaFacts facts = _schemas.Facts.Of(_datatypes.SiteOfKey(name).Node);
        SchemaFacts whole = _schemas.Facts.Of(_datatypes.SiteOfKey(_baseOf[name]).Node);
        return mapped.Length > 0 ? mapped
            : facts.Tags.TryGetValue(discriminator.Property, out IReadOnlyCollection<string>? own)
                && !(whole.Tags.TryGetValue(discriminator.Property, out IReadOnlyCollection<string>? all) && all.Count == own.Count) ? own
            : [JsonText.Plain(wireName)];
    }
}

/// <summary>What a record extends.</summary>
/// <param name="Base">The C# name of the abstract record.</param>
/// <param name="Tag">The JSON name of the member that decides.</param>
/// <param name="Tags">The texts that stand for the record.</param>
internal sealed record DerivedFrom(string Base, string Tag, IReadOnlyList<string> Tags);
