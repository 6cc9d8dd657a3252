using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Binds <c>oneOf</c> and <c>anyOf</c>: to a nullable type, an open enum, one type that covers all branches, or a union.</summary>
internal sealed class UnionBinder(BindingContext context, SchemaBinder schemas, DatatypeBinder datatypes)
{
    private const string UnknownName = "Unknown";

    private readonly HashSet<SyntaxNode> _open = [];
    private readonly UnionChecks _checks = new(datatypes);
    private readonly UnionChooser _chooser = new(context, datatypes);

    /// <summary>The schemas whose branches are being bound.</summary>
    public IReadOnlyCollection<SyntaxNode> Open => _open;

    /// <summary>Binds a union.</summary>
    /// <param name="union">Its branches.</param>
    /// <param name="common">What applies to the values of every branch: the properties beside it.</param>
    /// <param name="place">Where its type is named after.</param>
    /// <param name="announce">Called as soon as the type is known.</param>
    public TypeModel Bind(UnionPart union, IReadOnlyList<ShapePart> common, SchemaPlace place, Action<TypeModel>? announce)
    {
        bool isOutermost = _open.Add(union.Schema);
        TypeModel type = BindBranches(union, common, place, announce);
        if (isOutermost)
        {
            _open.Remove(union.Schema);
        }

        return type;
    }

    private TypeModel BindBranches(UnionPart union, IReadOnlyList<ShapePart> common, SchemaPlace place, Action<TypeModel>? announce)
    {
        List<UnionBranch> branches = new BranchReader(schemas, datatypes, _open).Read(union, common, out bool isNullable);
        TypeModel Whole(TypeModel type) => isNullable ? type.AsNullable() : type;
        void Announce(TypeModel type) => announce?.Invoke(Whole(type));

        return Whole(branches switch
        {
            [] => new AnyTypeModel(),
            [var only] => schemas.BindParts(only.Parts, only.Site.Node, PlaceOf(only, common, place, isOnly: true), Announce),
            _ when new EnumMerger(context, schemas, datatypes).Bind(union, branches, place) is { } merged => merged,
            _ => BindCases(union, common, branches, place, Announce),
        });
    }

    private TypeModel BindCases(UnionPart union, IReadOnlyList<ShapePart> common, List<UnionBranch> branches, SchemaPlace place, Action<TypeModel> announce)
    {
        string? name = null;
        if (BranchReader.AreSurelyApart(branches))
        {
            name = datatypes.AddUnion(union.Schema, schemas.ClaimName(place));
            announce(new NamedTypeModel(name, NamedTypeKind.Union));
        }

        List<UnionCase> cases = [];
        foreach (UnionBranch branch in branches)
        {
            TypeModel type = schemas.BindParts(branch.Parts, branch.Site.Node, PlaceOf(branch, common, place, isOnly: false), announce: null).AsNonNull();
            cases.Add(new UnionCase(branch, type));
        }

        CaseMerger.Merge(cases);
        if (name is null && (cases.Count == 1 || cases.Exists(c => c.Type is AnyTypeModel)))
        {
            return cases.Count == 1 ? cases[0].Type : new AnyTypeModel();
        }

        name ??= datatypes.AddUnion(union.Schema, schemas.ClaimName(place));
        Add(union, common, cases, name, place);
        return new NamedTypeModel(name, NamedTypeKind.Union);
    }

    private void Add(UnionPart union, IReadOnlyList<ShapePart> common, List<UnionCase> cases, string name, SchemaPlace place)
    {
        NameScope scope = new(ReservedNames.InUnion(name));
        ClaimNames(cases, scope, place);
        UnionChoiceModel choice = _chooser.Choose(union, cases);
        context.Types.Add(new UnionModel
        {
            Name = name,
            Summary = SchemaBinder.Summary(union.Schema),
            IsDeprecated = SchemaBinder.IsDeprecated(union.Schema),
            Schema = SchemaBinder.TextAt(place),
            Cases = cases.Select(c => CaseOf(c, union, common)).ToEquatableArray(),
            UnknownCase = UnionChooser.HasTag(choice) ? scope.Claim(UnknownName, "Case") : null,
            Choice = choice,
        });
    }

    private UnionCaseModel CaseOf(UnionCase unionCase, UnionPart union, IReadOnlyList<ShapePart> common) =>
        new(unionCase.Name, unionCase.Type, Describe(unionCase), schemas.Secrets.IsSecret(unionCase.Branches.Select(b => b.Site.Node)))
        {
            Check = _checks.Of(union, common, unionCase),
        };

    // Cases are named in their order: a union lists them in one.
    private void ClaimNames(List<UnionCase> cases, NameScope scope, SchemaPlace place)
    {
        foreach (UnionCase unionCase in cases)
        {
            unionCase.Name = unionCase.Branches[0].Name ?? NameByType(unionCase, cases);
            string path = $"{place.Path}.{unionCase.Name}";
            string? given = context.Names.FindMember(path);
            if (given is not null && !scope.TryClaim(given))
            {
                context.Names.ReportTaken(path, "another case, or something that C# needs");
                given = null;
            }

            unionCase.Name = given ?? scope.Claim(unionCase.Name, "Case");
        }
    }

    // Branches that nothing named may have become one of their kind since.
    private static string NameByType(UnionCase unionCase, List<UnionCase> cases)
    {
        bool isAlone = cases.TrueForAll(o => o == unionCase || (o.Facts.KindsBesideNull & unionCase.Facts.KindsBesideNull) == 0);
        return isAlone ? CaseNames.OfKind(unionCase.Facts.KindsBesideNull) : CaseNames.OfType(unionCase.Type) ?? unionCase.Branches[0].AnyName;
    }

    private static string Describe(UnionCase unionCase) =>
        SchemaBinder.Summary(unionCase.Branches.Select(b => b.Site.Node)) ?? CaseNames.Describe(unionCase.Facts.KindsBesideNull);

    // A branch that shares properties with the others has the schema of the whole: its own is not all of it.
    private static SchemaPlace PlaceOf(UnionBranch branch, IReadOnlyList<ShapePart> common, SchemaPlace place, bool isOnly)
    {
        string pointer = common.Count == 0 ? branch.Site.Place.Pointer : place.Pointer;
        string owner = common.Count == 0 ? branch.Site.Place.Owner : place.Owner;
        return (isOnly ? place : place.Case(branch.AnyName)) with { Owner = owner, Pointer = pointer };
    }
}
