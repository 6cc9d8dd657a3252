using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>The properties of an object, wherever its schema takes them from.</summary>
/// <param name="Properties">In the order of the definition.</param>
/// <param name="Required">The names that must be there.</param>
/// <param name="Others">What the schema says of other members, each part for itself.</param>
/// <param name="Union">The alternatives that the object has beside its properties; null where it has none.</param>
internal sealed record ObjectParts(
    IReadOnlyList<ObjectProperty> Properties,
    IReadOnlyCollection<string> Required,
    IReadOnlyList<SchemaSite> Others,
    UnionPart? Union);

/// <param name="Name">The wire name.</param>
/// <param name="Sites">Its schemas: several parts of <c>allOf</c> may give one each, and all of them apply.</param>
internal sealed record ObjectProperty(string Name, IReadOnlyList<SchemaSite> Sites)
{
    /// <summary>The last part is the one that narrows the others, and stands nearest to the object.</summary>
    public SchemaSite Nearest => Sites[Sites.Count - 1];

    public IReadOnlyList<SyntaxNode> Schemas { get; } = Sites.Count == 1 ? [Sites[0].Node] : [.. Sites.Select(s => s.Node).Reverse()];
}
