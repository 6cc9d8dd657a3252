using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Schemas.Resources;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Units;

/// <summary>
/// Finds units that lead back to themselves through keywords that do not step into the value, as <c>allOf</c> and <c>$ref</c>: validating
/// would never end. One reference of each such circle is reported and taken out. Chains may be long, so nothing here recurses over units.
/// Units of earlier calls lead to each other only, so no circle goes through one of them and a new one.
/// </summary>
internal sealed class ReferenceCycles(UnitTable units, SchemaReport report)
{
    private readonly HashSet<SchemaUnit> _done = [];
    private readonly HashSet<SchemaUnit> _open = [];

    public void Cut(IEnumerable<SchemaUnit> starts)
    {
        foreach (SchemaUnit unit in starts)
        {
            Search(unit);
        }
    }

    private void Search(SchemaUnit start)
    {
        if (_done.Contains(start))
        {
            return;
        }

        Stack<(SchemaUnit Unit, IEnumerator<Edge> Edges)> path = new();
        Open(start, path);
        while (path.Count > 0)
        {
            (SchemaUnit unit, IEnumerator<Edge> edges) = path.Peek();
            if (!edges.MoveNext())
            {
                path.Pop();
                _open.Remove(unit);
                _done.Add(unit);
            }
            else if (_open.Contains(edges.Current.To))
            {
                Edge edge = edges.Current;
                report.Add(DatatypeDiagnostics.ReferenceCycle, edge.At, edge.At is ScalarNode text ? text.Text : "#" + edge.To.Location.Pointer);
                unit.Cut(edge.From, edge.Keyword);
            }
            else if (!_done.Contains(edges.Current.To))
            {
                Open(edges.Current.To, path);
            }
        }
    }

    private void Open(SchemaUnit unit, Stack<(SchemaUnit Unit, IEnumerator<Edge> Edges)> path)
    {
        _open.Add(unit);
        path.Push((unit, EdgesOf(unit).GetEnumerator()));
    }

    private List<Edge> EdgesOf(SchemaUnit unit)
    {
        List<Edge> edges = [];
        HashSet<SchemaLocation> seen = [unit.Location];
        Stack<SchemaLocation> pending = new(seen);
        while (pending.Count > 0)
        {
            SchemaLocation location = pending.Pop();
            foreach ((SchemaKeyword keyword, ScalarNode reference) in References.In(location))
            {
                if (unit.TargetOf(location, keyword.Name) is { } target)
                {
                    edges.Add(new Edge(location, keyword.Name, reference, target));
                }
            }

            foreach (Subschema inner in location.IsReferenceOnly ? [] : location.Subschemas)
            {
                bool isLeftOut = unit.IsWithoutUnion && location == unit.Location && SchemaUnit.UnionKeywords.Contains(inner.Keyword);
                if (!inner.IsInPlace || isLeftOut || !seen.Add(inner.Location))
                {
                    continue;
                }

                if (units.Inner(unit, inner.Location) is { } other)
                {
                    edges.Add(new Edge(inner.Location, null, inner.Location.Node, other));
                }
                else
                {
                    pending.Push(inner.Location);
                }
            }
        }

        return edges;
    }

    /// <param name="From">The schema that holds the reference, or the inner schema itself.</param>
    /// <param name="Keyword">The reference's keyword; null for an inner schema that is a unit.</param>
    private sealed record Edge(SchemaLocation From, string? Keyword, SyntaxNode At, SchemaUnit To);
}
