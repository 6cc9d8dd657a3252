using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Parsing;

/// <summary>Reports at places inside a scalar's text.</summary>
internal sealed class ExpressionReport(ScalarNode scalar, DiagnosticBag diagnostics)
{
    public ScalarNode Scalar { get; } = scalar;

    public DiagnosticBag Diagnostics { get; } = diagnostics;

    public string Text => Scalar.Text;

    public void Add(DiagnosticDescriptor descriptor, TextRange range, params string[] arguments) =>
        Diagnostics.Report(descriptor, Scalar.Locate(range.Start, range.Length), arguments);
}
