using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Finds the cheap tests of the cases of a union: the test of its branch, where no other branch may match as well.</summary>
internal sealed class UnionChecks(DatatypeBinder datatypes)
{
    private readonly CheckBinder _checks = new(datatypes);
    private readonly NullReader _nulls = new(datatypes);
    private readonly FactsReader _facts = new(datatypes);

    public CheckModel? Of(UnionPart union, IReadOnlyList<ShapePart> common, UnionCase unionCase)
    {
        if (common.Count > 0 || unionCase.Branches is not [var branch])
        {
            return null;
        }

        SyntaxNode own = branch.Site.Node;
        IReadOnlyList<SyntaxNode> all = NullReader.BranchesOf(union.Schema);
        bool isSure = all.Any(b => ReferenceEquals(b, own))
            && (union.Schema.Find("oneOf") is null || all.All(b => ReferenceEquals(b, own) || AreApart(own, b)));
        return isSure ? _checks.Of(own, unionCase.Type) : null;
    }

    private bool AreApart(SyntaxNode one, SyntaxNode other)
    {
        JsonType shared = _nulls.KindsOf(one) & _nulls.KindsOf(other);
        return shared == JsonType.None || (shared == JsonType.Object && HaveOtherTags(_facts.Of(one), _facts.Of(other)));
    }

    private static bool HaveOtherTags(SchemaFacts one, SchemaFacts other) => one.Tags.Any(t =>
        one.Required.Contains(t.Key)
        && other.Required.Contains(t.Key)
        && other.Tags.TryGetValue(t.Key, out IReadOnlyCollection<string>? texts)
        && !t.Value.Intersect(texts, StringComparer.Ordinal).Any());
}
