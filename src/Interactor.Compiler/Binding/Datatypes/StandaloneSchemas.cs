using Interactor.Compiler.Schemas;
using Interactor.Compiler.Schemas.Dialects;
using Interactor.Compiler.Schemas.Resources;
using Interactor.Compiler.Schemas.Units;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>
/// The schemas of documents on their own: the roots and their definitions get types, and whatever these need of others. The class of a root's
/// type holds the text of its whole document, so that a large schema is one text.
/// </summary>
internal sealed class StandaloneSchemas : IDatatypeSources
{
    private readonly Dictionary<string, IReadOnlyList<DatatypeSource>> _texts = new(StringComparer.Ordinal);

    private StandaloneSchemas(IReadOnlyList<SchemaUnit> roots, IReadOnlyList<SchemaUnit> units)
    {
        Root = roots[0].Key;
        Dictionary<SchemaResource, SchemaUnit> homes = [];
        foreach (SchemaUnit root in roots.Where(r => !homes.ContainsKey(r.Location.Resource.Document)))
        {
            homes.Add(root.Location.Resource.Document, root);
        }

        Dictionary<SchemaUnit, DatatypeSource> sources = [];
        foreach (SchemaUnit home in homes.Values)
        {
            List<SchemaUnit> members = MembersOf(home, units, homes);
            foreach (SchemaUnit unit in members.Where(u => !sources.ContainsKey(u)))
            {
                sources.Add(unit, new DatatypeSource(unit.Key, unit.Node!, unit.IsStart, home.Key));
            }

            _texts[home.Key] = [.. members.Select(u => sources[u])];
        }

        All = [.. units.Distinct().Where(sources.ContainsKey).Select(u => sources[u])];
    }

    /// <summary>The key of the first root.</summary>
    public string Root { get; }

    public IReadOnlyList<DatatypeSource> All { get; }

    public IReadOnlyList<DatatypeSource> InTextOf(string home) => _texts[home];

    public IReadOnlyList<DatatypeSource> Write(SyntaxNode schema) => throw new NotSupportedException("Nothing stands inline beside schemas on their own.");

    /// <summary>Reads and writes the schemas; null, and reported, where a place holds none.</summary>
    public static StandaloneSchemas? Read(JsonSchemaSources sources, BindingContext context)
    {
        SchemaDocument[] roots = [sources.Root, .. sources.Siblings.Where(s => s.Root is not null)];
        HashSet<string> own = [.. roots.Select(r => r.File.Path)];
        SchemaReport report = new(context.Diagnostics, own);
        SchemaFrontEnd frontEnd = new(Dialect.Of(sources.Dialect), sources.Assertions, report, hasExpressions: false, context.Cancellation);
        foreach (SchemaDocument document in roots.Concat(sources.Documents.Where(d => !own.Contains(d.File.Path))))
        {
            frontEnd.Library.Add(document);
        }

        if (new RootReader(frontEnd, report, sources).Read(roots) is not { } found)
        {
            return null;
        }

        IEnumerable<(SchemaLocation, string?)> definitions = found
            .SelectMany(r => r.Location.Resource.Document.Root.Subschemas.Concat(r.Location.Subschemas))
            .Where(s => s.IsDefinition && !found.Any(r => ReferenceEquals(r.Location, s.Location)))
            .Select(s => (s.Location, (string?)null));
        IReadOnlyList<SchemaUnit> units = frontEnd.Write([.. found.Select(r => (r.Location, (string?)r.Name)), .. definitions.Distinct()], []);
        return new StandaloneSchemas([.. units.Take(found.Count)], units);
    }

    // Those of the home's document, and what they lead to in documents that are nobody's home.
    private static List<SchemaUnit> MembersOf(SchemaUnit home, IEnumerable<SchemaUnit> units, Dictionary<SchemaResource, SchemaUnit> homes)
    {
        SchemaUnit? HomeOf(SchemaUnit unit) => homes.TryGetValue(unit.Location.Resource.Document, out SchemaUnit? found) ? found : null;
        List<SchemaUnit> members = [.. units.Distinct().Where(u => HomeOf(u) == home)];
        HashSet<SchemaUnit> seen = [.. members];
        for (int i = 0; i < members.Count; i++)
        {
            foreach (SchemaUnit target in members[i].Targets.Where(t => HomeOf(t) is null && seen.Add(t)))
            {
                members.Add(target);
            }
        }

        return members;
    }
}
