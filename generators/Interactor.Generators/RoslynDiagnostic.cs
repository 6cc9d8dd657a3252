using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Finding = Interactor.Compiler.Diagnostics.Diagnostic;
using FindingDescriptor = Interactor.Compiler.Diagnostics.DiagnosticDescriptor;
using FindingSeverity = Interactor.Compiler.Diagnostics.DiagnosticSeverity;

namespace Interactor.Generators;

/// <summary>The compiler's findings as the C# compiler prints them.</summary>
internal static class RoslynDiagnostic
{
    private const string Category = "Interactor";

    /// <summary>The same finding at the same place.</summary>
    public static Diagnostic Of(Finding finding)
    {
        Location location = finding.Location.Path.Length == 0 ? Location.None : LocationOf(finding.Location);
        return Diagnostic.Create(DescriptorOf(finding.Descriptor), location, [.. finding.Arguments]);
    }

    private static Location LocationOf(Interactor.Compiler.Text.Location place) => Location.Create(
        place.Path.Replace('/', Path.DirectorySeparatorChar),
        new TextSpan(place.Range.Start, place.Range.Length),
        new LinePositionSpan(PositionOf(place.Start), PositionOf(place.End)));

    private static LinePosition PositionOf(Interactor.Compiler.Text.LinePosition position) => new(position.Line, position.Column);

    private static DiagnosticDescriptor DescriptorOf(FindingDescriptor descriptor) => new(
        descriptor.Id,
        descriptor.Title,
        descriptor.Message,
        Category,
        SeverityOf(descriptor.Severity),
        isEnabledByDefault: true,
        helpLinkUri: descriptor.HelpLink);

    private static DiagnosticSeverity SeverityOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Info => DiagnosticSeverity.Info,
        FindingSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Error,
    };
}
