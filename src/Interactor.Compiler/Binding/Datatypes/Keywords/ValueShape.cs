using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes.Keywords;

/// <summary>Reports a keyword whose value is of the wrong kind.</summary>
internal static class ValueShape
{
    public static void Wrong(SyntaxNode value, string wanted, BindingContext context) =>
        context.Report(StructureDiagnostics.WrongType, value, "The value of this keyword", wanted, NodeKind.Describe(value));
}
