using Interactor.Compiler.Schemas.Dialects;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Schemas.Resources;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Units;

/// <summary>
/// In OpenAPI a base often lists those who extend it: <c>Pet</c> is one of <c>Cat</c> and <c>Dog</c>, and <c>Cat</c> is all of <c>Pet</c> and
/// more. Taken by the letter that is a circle; what is meant is that <c>Cat</c> extends <c>Pet</c> without its list.
/// </summary>
internal static class ListedChildren
{
    /// <summary>Opens such circles.</summary>
    /// <returns>The bases without their lists.</returns>
    public static IReadOnlyList<SchemaUnit> Open(IEnumerable<SchemaUnit> units)
    {
        List<SchemaUnit> bases = [];
        foreach (SchemaUnit unit in units.Where(u => u.Location.Resource.Dialect.IsAmong(DialectSet.OpenApi)))
        {
            bool isOpened = false;
            foreach (SchemaUnit child in ChildrenOf(unit))
            {
                isOpened |= Redirect(child, unit);
            }

            if (isOpened)
            {
                bases.Add(unit.WithoutUnion());
            }
        }

        return bases;
    }

    private static List<SchemaUnit> ChildrenOf(SchemaUnit unit)
    {
        List<SchemaUnit> children = [];
        foreach (Subschema inner in unit.Location.Subschemas)
        {
            if (inner.Keyword is "oneOf" or "anyOf" && unit.TargetOf(inner.Location, "$ref") is { } child)
            {
                children.Add(child);
            }
        }

        return children;
    }

    // Along allOf and references only: what a child has in the value may be any pet.
    private static bool Redirect(SchemaUnit child, SchemaUnit unit)
    {
        bool isFound = false;
        HashSet<SchemaUnit> seen = [child];
        Stack<SchemaUnit> pending = new(seen);
        while (pending.Count > 0)
        {
            SchemaUnit current = pending.Pop();
            foreach ((SchemaLocation location, SchemaUnit target) in Extended(current))
            {
                if (target == unit)
                {
                    current.SetTarget(location, "$ref", unit.WithoutUnion());
                    isFound = true;
                }
                else if (seen.Add(target))
                {
                    pending.Push(target);
                }
            }
        }

        return isFound;
    }

    private static List<(SchemaLocation Location, SchemaUnit Target)> Extended(SchemaUnit unit)
    {
        List<(SchemaLocation, SchemaUnit)> found = [];
        Stack<SchemaLocation> pending = new([unit.Location]);
        while (pending.Count > 0)
        {
            SchemaLocation location = pending.Pop();
            foreach ((SchemaKeyword keyword, ScalarNode _) in References.In(location))
            {
                if (unit.TargetOf(location, keyword.Name) is { } target)
                {
                    found.Add((location, target));
                }
            }

            foreach (Subschema part in location.Subschemas.Where(s => s.Keyword == "allOf" && s.Location.Resource == unit.Location.Resource))
            {
                pending.Push(part.Location);
            }
        }

        return found;
    }
}
