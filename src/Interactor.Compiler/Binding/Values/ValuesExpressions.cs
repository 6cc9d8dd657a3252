using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Values;

/// <summary>
/// Binds the expressions of choices: each is checked against the types that it works on, and then bound once more for any value, because an input that is being
/// filled in lacks members.
/// </summary>
internal sealed class ValuesExpressions(BindingContext context)
{
    /// <summary>An expression for any value, and its type where the types are known. What may be null there is left out where it is missing.</summary>
    public (TypedExpression Value, TypeModel Type) Bind(ScalarNode scalar, string root, TypeModel type, string csharp, BindingContext own)
    {
        DiagnosticBag typed = new();
        TypedExpression known = ScalarBinder.Bind(scalar, Scope(root, type, csharp), typed);
        foreach (Diagnostic finding in typed.ToSorted().Where(d => d.Descriptor.Id != ExpressionDiagnostics.MayBeNull.Id))
        {
            own.Diagnostics.Report(finding.Descriptor, finding.Location, [.. finding.Arguments]);
        }

        TypedExpression any = ScalarBinder.Bind(scalar, Scope(root, new AnyTypeModel(), csharp), own.Diagnostics.HasErrors ? new DiagnosticBag() : own.Diagnostics);
        return (Coercion.ToAny(any), known is ErrorExpression ? new AnyTypeModel() : known.Type);
    }

    private ExpressionScope Scope(string root, TypeModel type, string csharp) => new([new ExpressionRoot(root, type, csharp)], context.Types);
}
