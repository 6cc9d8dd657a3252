using Interactor.Compiler.Model;

namespace Interactor.Compiler.Diagnostics;

/// <summary>Every diagnostic of the compiler, by range.</summary>
public static class DiagnosticCatalogue
{
    public static EquatableArray<DiagnosticDescriptor> All { get; } =
    [
        .. SyntaxDiagnostics.All,
        .. ExpressionDiagnostics.All,
        .. StructureDiagnostics.All,
        .. SecurityDiagnostics.All,
        .. DatatypeDiagnostics.All,
        .. ActionDiagnostics.All,
        .. TestDiagnostics.All,
        .. ScriptDiagnostics.All,
        .. NotYetDiagnostics.All,
    ];
}
