using Interactor.Compiler.Schemas.Dialects;
using Interactor.Compiler.Schemas.Normal;
using Interactor.Compiler.Schemas.Resources;
using Interactor.Compiler.Schemas.Scopes;
using Interactor.Compiler.Schemas.Units;

namespace Interactor.Compiler.Schemas;

/// <summary>Turns schemas of any dialect into their normal form: named units that refer to each other by name.</summary>
internal sealed class SchemaFrontEnd
{
    private readonly SchemaReport _report;
    private readonly NormalNodes _nodes;
    private readonly SchemaChecker _checker;
    private readonly UnitNames _names = new();
    private readonly TypeIntersection _types;
    private readonly CancellationToken _cancellation;
    private UnitTable? _units;
    private ReferenceCycles? _cycles;

    /// <param name="dialect">The dialect of documents that do not name one.</param>
    /// <param name="assertions">What documents assert that do not say it themselves.</param>
    /// <param name="hasExpressions">The schemas are a connector's, where <c>$${</c> stands for <c>${</c>.</param>
    public SchemaFrontEnd(Dialect dialect, SchemaAssertions assertions, SchemaReport report, bool hasExpressions, CancellationToken cancellation)
    {
        _report = report;
        _nodes = new NormalNodes(hasExpressions);
        _checker = new SchemaChecker(report);
        _types = new TypeIntersection(report);
        _cancellation = cancellation;
        Library = new SchemaLibrary(dialect, assertions, report);
        Resolver = new ReferenceResolver(Library, report);
    }

    /// <summary>The documents that references may lead to.</summary>
    public SchemaLibrary Library { get; }

    public ReferenceResolver Resolver { get; }

    /// <summary>Writes the schemas that are asked for and all that they lead to.</summary>
    /// <param name="starts">Schemas, with names where they have any.</param>
    /// <param name="targets">Schemas that will be referred to later; without a name of their own.</param>
    /// <returns>The units of the starts first, one for each of them, then the others by name.</returns>
    public IReadOnlyList<SchemaUnit> Write(IReadOnlyList<(SchemaLocation Location, string? Name)> starts, IReadOnlyList<SchemaLocation> targets)
    {
        ScopeRelevance relevance = new(Resolver, starts.Select(s => s.Location).Concat(targets));
        _units = new UnitTable(Resolver, new ScopeTable(relevance), _report);
        _cycles = new ReferenceCycles(_units, _report);
        List<SchemaUnit> first = [];
        foreach ((SchemaLocation location, string? name) in starts)
        {
            SchemaUnit unit = _units.Enter(location);
            first.Add(unit);
            unit.IsStart = true;
            if (name is not null && unit.Key.Length == 0)
            {
                _names.Give(unit, name);
            }
        }

        foreach (SchemaLocation target in targets)
        {
            _units.Enter(target);
        }

        return [.. first, .. WriteNew().Except(first).OrderBy(u => u.Key, StringComparer.Ordinal)];
    }

    /// <summary>Writes one more schema, that refers to the others.</summary>
    /// <returns>Its unit first, then what else is new.</returns>
    public IReadOnlyList<SchemaUnit> WriteMore(SchemaLocation location)
    {
        SchemaUnit unit = (_units ?? throw new InvalidOperationException("The first schemas are not written yet.")).Enter(location);
        return [unit, .. WriteNew().Where(u => u != unit)];
    }

    private IReadOnlyList<SchemaUnit> WriteNew()
    {
        IReadOnlyList<SchemaUnit> found = _units!.Complete(_cancellation);
        IReadOnlyList<SchemaUnit> fresh = [.. found, .. ListedChildren.Open(found)];
        _names.NameAll(fresh);
        _cycles!.Cut(fresh);
        foreach (SchemaUnit unit in fresh)
        {
            _cancellation.ThrowIfCancellationRequested();
            unit.Node = new SchemaWriter(unit, _units, _checker, _nodes, _report).Write(withSource: unit.Location.Resource.Uri.Length > 0);
        }

        _types.Check(fresh);
        return fresh;
    }
}
