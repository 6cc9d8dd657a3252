using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>What an expression may name at its place.</summary>
public sealed class ExpressionScope(IReadOnlyList<ExpressionRoot> roots, ITypeCatalogue types, ScriptSite? scripts = null)
{
    public IReadOnlyList<ExpressionRoot> Roots { get; } = roots;

    public ITypeCatalogue Types { get; } = types;

    /// <summary>The calls of scripts in the expressions of the scope; null where there are no scripts.</summary>
    public ScriptSite? Scripts { get; } = scripts;

    /// <summary>The calls that were found in what was bound with this scope so far.</summary>
    public EquatableArray<ScriptCallModel> ScriptCalls => Scripts?.Calls ?? [];

    public ExpressionRoot? FindRoot(string name) => Roots.FirstOrDefault(r => r.Name == name);
}
