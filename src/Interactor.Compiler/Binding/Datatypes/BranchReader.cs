using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Reads the branches of a union: what each is made of and what its case is called. Null among them is left out.</summary>
internal sealed class BranchReader(SchemaBinder schemas, DatatypeBinder datatypes, IReadOnlyCollection<SyntaxNode> open)
{
    /// <summary>Reads the branches.</summary>
    /// <param name="union">The union.</param>
    /// <param name="common">What applies to the values of every branch.</param>
    /// <param name="isNullable">A branch allows null.</param>
    public List<UnionBranch> Read(UnionPart union, IReadOnlyList<ShapePart> common, out bool isNullable)
    {
        List<UnionBranch> branches = [];
        SchemaFacts shared = schemas.Facts.Of(common);
        foreach (SchemaSite site in union.Branches.Where(b => !ShapeReader.IsNullOnly(b.Node)))
        {
            IReadOnlyList<ShapePart> own = ShapeReader.Read(site);
            SchemaFacts facts = schemas.Facts.Of(site.Node).And(shared);
            if (facts.Kinds != JsonType.None)
            {
                branches.Add(new UnionBranch(site, own is [ReferencePart] && Extends(own, common) ? own : [.. common, .. own], TargetOf(site), facts, branches.Count, null));
            }
        }

        isNullable = union.Branches.Any(b => ShapeReader.IsNullOnly(b.Node))
            || branches.Exists(b => b.Facts is { IsNullable: true, Kinds: not SchemaFacts.AllKinds });
        branches.RemoveAll(b => IsNullIdiom(b, branches));
        return [.. branches.Select(b => b with { Name = NameOf(b, branches) })];
    }

    /// <summary>No value of one branch has the C# type of another, so that the union is one whatever their types are.</summary>
    public static bool AreSurelyApart(IReadOnlyList<UnionBranch> branches) => branches.Any(b => branches.Any(o =>
        (b.Facts.KindsBesideNull & o.Facts.KindsBesideNull) == 0
        || (b != o && IsRecord(b) && IsRecord(o) && !ReferenceEquals(b.Target, o.Target))));

    // Microsoft's way of writing "X or null": the second branch accepts every object, and null.
    private static bool IsNullIdiom(UnionBranch branch, List<UnionBranch> branches) =>
        branches.Count == 2
        && branch.Parts is [OwnPart { Schema: var schema }]
        && branch.Facts is { IsNullable: true, KindsBesideNull: JsonType.Object, Required.Count: 0, Properties.Count: 0 }
        && schema.Find("additionalProperties") is not MappingNode
        && branches.Exists(o => o != branch && o.Facts.KindsBesideNull == JsonType.Object);

    private static bool IsRecord(UnionBranch branch) => branch.Facts is { KindsBesideNull: JsonType.Object, Properties.Count: > 0 };

    private SyntaxNode TargetOf(SchemaSite site)
    {
        for (int depth = 0; depth < DatatypeBinder.MaximumDepth; depth++)
        {
            if (ShapeReader.Read(site) is not [ReferencePart reference] || datatypes.SiteOf(reference.Reference.Text) is not { } next)
            {
                break;
            }

            site = next;
        }

        return site.Node;
    }

    // What the branch refers to has the common properties from the very schema that lists it, as that is written in the file.
    private bool Extends(IReadOnlyList<ShapePart> branch, IReadOnlyList<ShapePart> common) =>
        common.Count > 0
        && ObjectGatherer.Gather(branch, root: null, datatypes, open, context: null) is var parts
        && common.OfType<OwnPart>().All(c => parts.Others.Any(o => o.Node.File == c.Schema.File && o.Node.Range == c.Schema.Range));

    private string? NameOf(UnionBranch branch, List<UnionBranch> branches)
    {
        if (branch.Site.Node is MappingNode schema && schema.Find("$ref") is ScalarNode reference && datatypes.CSharpNameOf(reference.Text) is { } name)
        {
            return name;
        }

        bool isAlone = branches.TrueForAll(o => o == branch || (o.Facts.KindsBesideNull & branch.Facts.KindsBesideNull) == 0);
        return Titles.Of(branch.Site.Node)
            ?? TagOf(branch, branches)
            ?? (isAlone ? CaseNames.OfKind(branch.Facts.KindsBesideNull) : null)
            ?? KeyOf(branch, branches);
    }

    private static string? TagOf(UnionBranch branch, List<UnionBranch> branches) => branch.Facts.Tags
        .Where(t => t.Value.Count == 1 && branches.TrueForAll(o => o.Facts.KindsBesideNull != JsonType.Object || o.Facts.Tags.ContainsKey(t.Key)))
        .OrderBy(t => t.Key, StringComparer.Ordinal)
        .Select(t => PascalCase.Of(t.Value.First()))
        .FirstOrDefault();

    private static string? KeyOf(UnionBranch branch, List<UnionBranch> branches) => branch.Facts.Required
        .Where(k => branches.TrueForAll(o => o == branch || !o.Facts.Properties.Contains(k)))
        .OrderBy(k => k, StringComparer.Ordinal)
        .Select(PascalCase.Of)
        .FirstOrDefault();
}
