using System.Globalization;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>One alternative of a union while it is bound.</summary>
/// <param name="Site">The branch itself, which decides by trial.</param>
/// <param name="Parts">All that shapes the values: the branch and what all branches have in common.</param>
/// <param name="Target">The schema that the branch comes down to behind references that say nothing else.</param>
/// <param name="Facts">What is certain about the values of the branch.</param>
/// <param name="Index">Its place among the others, from 0.</param>
/// <param name="Name">What the case is called; null where only its type can tell.</param>
internal sealed record UnionBranch(SchemaSite Site, IReadOnlyList<ShapePart> Parts, SyntaxNode Target, SchemaFacts Facts, int Index, string? Name)
{
    /// <summary>A name in any case.</summary>
    public string AnyName => Name ?? "Case" + (Index + 1).ToString(CultureInfo.InvariantCulture);


    /// <summary>The datatype that the branch refers to; null for one that stands inline.</summary>
    public string? Reference => Parts is [ReferencePart reference] ? reference.Reference.Text : null;
}

/// <summary>One case of a union while it is bound: branches of one C# type are one case.</summary>
internal sealed class UnionCase(UnionBranch first, TypeModel type)
{
    public List<UnionBranch> Branches { get; } = [first];

    public TypeModel Type { get; set; } = type;

    public string Name { get; set; } = first.AnyName;

    public SchemaFacts Facts => Branches.Select(b => b.Facts).Aggregate((left, right) => left.Or(right));
}
