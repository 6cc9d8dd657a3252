using System.Globalization;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Schemas.Resources;
using Interactor.Compiler.Schemas.Scopes;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Units;

/// <summary>
/// The units that some starts need: everything that references lead to, once for each dynamic scope that makes a difference to it. A resource
/// inside another is a unit too.
/// </summary>
internal sealed class UnitTable(ReferenceResolver resolver, ScopeTable scopes, SchemaReport report)
{
    /// <summary>How many units there may be beyond one a schema.</summary>
    public const int MaximumSpecialisations = 2000;

    private const int MaximumForwards = 16;

    private readonly Dictionary<(SchemaLocation Location, DynamicScope Scope), SchemaUnit> _units = [];
    private readonly Dictionary<SchemaLocation, SchemaUnit> _first = [];
    private readonly Queue<SchemaUnit> _pending = new();
    private readonly List<SchemaUnit> _fresh = [];
    private bool _isFull;

    /// <summary>The unit of a schema where evaluation starts with it.</summary>
    public SchemaUnit Enter(SchemaLocation location) => Enter(location, scopes.Empty);

    /// <summary>Finds what the units lead to, until nothing is new.</summary>
    /// <returns>The units that were not there the last time.</returns>
    public IReadOnlyList<SchemaUnit> Complete(CancellationToken cancellation)
    {
        while (_pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            SchemaUnit unit = _pending.Dequeue();
            Visit(unit, unit.Location, []);
        }

        SchemaUnit[] fresh = [.. _fresh];
        _fresh.Clear();
        return fresh;
    }

    /// <summary>The unit that a schema inside another unit is; null where it is only a part of that one.</summary>
    public SchemaUnit? Inner(SchemaUnit unit, SchemaLocation inner)
    {
        DynamicScope scope = ReferenceEquals(inner.Resource, unit.Location.Resource) ? unit.Scope : scopes.Enter(unit.Scope, inner.Resource);
        return _units.TryGetValue((inner, scope), out SchemaUnit? found) ? found
            : ReferenceEquals(inner.Resource, unit.Location.Resource) || !_first.TryGetValue(inner, out found) ? null
            : found;
    }

    private void Visit(SchemaUnit unit, SchemaLocation location, HashSet<SchemaLocation> seen)
    {
        if (!seen.Add(location))
        {
            return;
        }

        foreach ((SchemaKeyword keyword, ScalarNode reference) in References.In(location))
        {
            if ((!location.IsReferenceOnly || keyword.Form == KeywordForm.Reference) && resolver.Resolve(location, reference) is { } target)
            {
                SchemaLocation end = keyword.Form == KeywordForm.DynamicReference ? Override(unit, keyword, reference, target) : Behind(target);
                unit.SetTarget(location, keyword.Name, Enter(end, unit.Scope));
            }
        }

        foreach (KeyValuePair<string, SchemaLocation> mapped in DiscriminatorMapping.TargetsOf(location, resolver, report))
        {
            unit.SetTarget(location, mapped.Key, Enter(mapped.Value, unit.Scope));
        }

        foreach (Subschema inner in location.IsReferenceOnly ? [] : location.Subschemas)
        {
            if (inner.IsDefinition)
            {
                continue;
            }

            if (ReferenceEquals(inner.Location.Resource, location.Resource))
            {
                Visit(unit, inner.Location, seen);
            }
            else
            {
                Enter(inner.Location, unit.Scope);
            }
        }
    }

    // A document that only says which of its definitions is meant, as tools write it, is that definition.
    private SchemaLocation Behind(SchemaLocation target)
    {
        for (int i = 0; i < MaximumForwards && target is { IsResourceRoot: true, IsReferenceOnly: true }; i++)
        {
            ScalarNode reference = (ScalarNode)((MappingNode)target.Node).Find("$ref")!;
            if (resolver.Find(target, reference.Text) is not { } next)
            {
                break;
            }

            target = next;
        }

        return target;
    }

    private static SchemaLocation Override(SchemaUnit unit, SchemaKeyword keyword, ScalarNode reference, SchemaLocation initial) =>
        DynamicReference.NameOf(keyword.Name, reference, initial) is { } name && unit.Scope.Find(name) is { } outermost
            ? outermost.DynamicAnchors[name]
            : initial;

    private SchemaUnit Enter(SchemaLocation location, DynamicScope from)
    {
        DynamicScope scope = scopes.Enter(from, location.Resource);
        if (_units.TryGetValue((location, scope), out SchemaUnit? unit))
        {
            return unit;
        }

        if (_first.TryGetValue(location, out SchemaUnit? first) && _units.Count - _first.Count >= MaximumSpecialisations)
        {
            if (!_isFull)
            {
                _isFull = true;
                report.Add(DatatypeDiagnostics.TooManyScopes, location.Node, MaximumSpecialisations.ToString(CultureInfo.InvariantCulture));
            }

            return first;
        }

        unit = new SchemaUnit(location, scope);
        _units.Add((location, scope), unit);
        if (first is null)
        {
            _first.Add(location, unit);
        }

        _fresh.Add(unit);
        _pending.Enqueue(unit);
        return unit;
    }
}
