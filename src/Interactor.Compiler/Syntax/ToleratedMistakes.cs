using Interactor.Compiler.Diagnostics;

namespace Interactor.Compiler.Syntax;

/// <summary>The mistakes that a lenient reader reports as warnings and reads as they were meant.</summary>
internal static class ToleratedMistakes
{
    private static readonly DiagnosticDescriptor[] All =
    [
        SyntaxDiagnostics.InvalidUtf8, SyntaxDiagnostics.ForbiddenCharacter, SyntaxDiagnostics.LoneSurrogate, SyntaxDiagnostics.DuplicateKey,
        SyntaxDiagnostics.TrailingComma, SyntaxDiagnostics.JsonComment, SyntaxDiagnostics.SingleQuotes, SyntaxDiagnostics.UnescapedControl,
        SyntaxDiagnostics.UnquotedKey, SyntaxDiagnostics.InvalidEscape, SyntaxDiagnostics.TagNotSupported, SyntaxDiagnostics.DirectiveNotSupported,
    ];

    private static readonly Dictionary<string, DiagnosticDescriptor> AsWarnings =
        All.ToDictionary(d => d.Id, d => d with { Severity = DiagnosticSeverity.Warning }, StringComparer.Ordinal);

    /// <summary>The same as a warning; null for what is no such mistake.</summary>
    public static DiagnosticDescriptor? Find(DiagnosticDescriptor descriptor) =>
        AsWarnings.TryGetValue(descriptor.Id, out DiagnosticDescriptor? warning) ? warning : null;
}
