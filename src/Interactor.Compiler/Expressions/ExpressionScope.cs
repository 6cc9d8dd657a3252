namespace Interactor.Compiler.Expressions;

/// <summary>What an expression may name at its place.</summary>
public sealed class ExpressionScope(IReadOnlyList<ExpressionRoot> roots, ITypeCatalogue types)
{
    public IReadOnlyList<ExpressionRoot> Roots { get; } = roots;

    public ITypeCatalogue Types { get; } = types;

    public ExpressionRoot? FindRoot(string name) => Roots.FirstOrDefault(r => r.Name == name);
}
