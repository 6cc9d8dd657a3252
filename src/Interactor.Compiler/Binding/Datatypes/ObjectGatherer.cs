using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Gathers the properties of an object from all its parts, those behind <c>$ref</c> included, into one flat set.</summary>
internal sealed class ObjectGatherer
{
    private readonly List<(string Name, List<SchemaSite> Sites)> _properties = [];
    private readonly Dictionary<string, List<SchemaSite>> _sites = new(StringComparer.Ordinal);
    private readonly HashSet<string> _required = new(StringComparer.Ordinal);
    private readonly List<SchemaSite> _others = [];
    private readonly HashSet<SyntaxNode> _visited = [];
    private readonly List<SyntaxNode> _path = [];
    private HashSet<SyntaxNode>? _followed;
    private readonly DatatypeBinder _datatypes;
    private readonly IReadOnlyCollection<SyntaxNode> _taken;
    private readonly BindingContext? _context;
    private UnionPart? _union;
    private int _leftOut;

    private ObjectGatherer(DatatypeBinder datatypes, IReadOnlyCollection<SyntaxNode> taken, BindingContext? context)
    {
        _datatypes = datatypes;
        _taken = taken;
        _context = context;
    }

    /// <summary>Gathers what <paramref name="parts"/> say together.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="root">The schema that they are the parts of: a way back to it is a circle.</param>
    /// <param name="datatypes">Where references lead.</param>
    /// <param name="taken">The schemas whose alternatives are being bound, so that they are no alternatives of their own cases.</param>
    /// <param name="context">Where findings go; null to look only.</param>
    public static ObjectParts Gather(
        IEnumerable<ShapePart> parts,
        SyntaxNode? root,
        DatatypeBinder datatypes,
        IReadOnlyCollection<SyntaxNode> taken,
        BindingContext? context)
    {
        ObjectGatherer gatherer = new(datatypes, taken, context);
        if (root is not null)
        {
            gatherer._path.Add(root);
        }

        gatherer.Add(parts);
        return new ObjectParts(
            [.. gatherer._properties.Select(static p => new ObjectProperty(p.Name, p.Sites))], gatherer._required, gatherer._others, gatherer._union);
    }

    private void Add(IEnumerable<ShapePart> parts)
    {
        foreach (ShapePart part in parts)
        {
            AddRequired(part.Schema);
            switch (part)
            {
                case ReferencePart reference:
                    Follow(reference.Reference);
                    break;
                case OwnPart own when _visited.Add(own.Schema):
                    AddOwn(own);
                    break;
                case UnionPart union when !_taken.Contains(union.Schema):
                    AddUnion(union);
                    break;
            }
        }
    }

    private void AddOwn(OwnPart own)
    {
        foreach (MappingEntry entry in (own.Schema.Find("properties") as MappingNode)?.Entries ?? [])
        {
            string name = JsonText.Plain(entry.Key);
            if (!_sites.TryGetValue(name, out List<SchemaSite>? sites))
            {
                _sites[name] = sites = new List<SchemaSite>(1);
                _properties.Add((name, sites));
            }

            sites.Add(new SchemaSite(entry.Value, own.Place.Property(name)));
        }

        _others.Add(new SchemaSite(own.Schema, own.Place));
    }

    // A base that lists those who extend it in oneOf is no union for them.
    private void AddUnion(UnionPart union)
    {
        if (union.Branches.Any(b => LeadsBack(b.Node)))
        {
            _leftOut++;
        }
        else
        {
            _union ??= union;
        }
    }

    private void AddRequired(MappingNode schema)
    {
        if (schema.Find("required") is SequenceNode required)
        {
            foreach (SyntaxNode name in required.Items)
            {
                if (name is ScalarNode scalar)
                {
                    _required.Add(JsonText.Plain(scalar));
                }
            }
        }
    }

    private void Follow(ScalarNode reference)
    {
        if (_datatypes.SiteOf(reference.Text) is not { Node: MappingNode target } site)
        {
            _ = _context is null ? null : _datatypes.Resolve(reference);
        }
        else if (_path.Contains(target))
        {
            _context?.Report(DatatypeDiagnostics.ReferenceCycle, reference, reference.Text);
        }
        else if (_path.Count >= DatatypeBinder.MaximumDepth)
        {
            _context?.Report(DatatypeDiagnostics.ReferenceDepth, reference);
        }
        else if (_followed?.Contains(target) != true)
        {
            FollowTo(site, target);
        }
    }

    // A second time gives nothing new, and parts that share theirs lead to them in as many ways as there are; only what was left out
    // because of the way is asked for again.
    private void FollowTo(SchemaSite site, SyntaxNode target)
    {
        int leftOut = _leftOut;
        _path.Add(target);
        Add(ShapeReader.Read(site));
        _path.RemoveAt(_path.Count - 1);
        if (_leftOut == leftOut)
        {
            (_followed ??= []).Add(target);
        }
    }

    private bool LeadsBack(SyntaxNode branch) =>
        branch is MappingNode schema && schema.Find("$ref") is ScalarNode reference
        && _datatypes.NodeOf(reference.Text) is { } target && _path.Contains(target);
}
