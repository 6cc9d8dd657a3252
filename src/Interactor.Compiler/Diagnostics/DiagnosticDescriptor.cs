namespace Interactor.Compiler.Diagnostics;

/// <summary>What a diagnostic is, without a place: one entry of the catalogue.</summary>
/// <param name="Id"><c>INTC1001</c>…; never reused.</param>
/// <param name="Title">A short sentence without values.</param>
/// <param name="Message">The text shown, with <c>{0}</c>, <c>{1}</c>… for the arguments. It says what to do.</param>
public sealed record DiagnosticDescriptor(string Id, DiagnosticSeverity Severity, string Title, string Message)
{
    /// <summary>The same finding where it stops nothing and asks nobody to act.</summary>
    public DiagnosticDescriptor AsNote => this with { Severity = DiagnosticSeverity.Info };

    /// <summary>The page that explains it.</summary>
    public string HelpLink => "https://github.com/interactor/interactor-compiler/blob/main/docs/diagnostics/" + Id + ".md";
}
