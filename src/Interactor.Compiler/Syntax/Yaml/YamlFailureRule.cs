using Interactor.Compiler.Diagnostics;

namespace Interactor.Compiler.Syntax.Yaml;

/// <summary>How a message of YamlDotNet is told in our words.</summary>
/// <param name="Fragment">A part of its message.</param>
/// <param name="Place">Which of the exception's two marks is the place to look at.</param>
internal sealed record YamlFailureRule(string Fragment, YamlFailurePlace Place, DiagnosticDescriptor Descriptor)
{
    /// <summary>The first row that fits decides. The messages are those of YamlDotNet 16.3.0.</summary>
    public static IReadOnlyList<YamlFailureRule> All { get; } =
    [
        new("quoted scalar, found unexpected", YamlFailurePlace.Start, SyntaxDiagnostics.UnterminatedQuote),
        new("found unknown escape", YamlFailurePlace.End, SyntaxDiagnostics.InvalidEscape),
        new("expected hexadecimal number", YamlFailurePlace.End, SyntaxDiagnostics.InvalidEscape),
        new("invalid Unicode", YamlFailurePlace.End, SyntaxDiagnostics.InvalidEscape),
        new("found wrong indentation", YamlFailurePlace.Start, SyntaxDiagnostics.UnterminatedQuote),
        new("invalid tab as indentation", YamlFailurePlace.Position, SyntaxDiagnostics.TabIndentation),
        new("tab character", YamlFailurePlace.End, SyntaxDiagnostics.TabIndentation),
        new("could not find expected ':'", YamlFailurePlace.Start, SyntaxDiagnostics.MissingColon),
        new("Mapping values are not allowed", YamlFailurePlace.Start, SyntaxDiagnostics.UnexpectedColon),
        new("found invalid mapping", YamlFailurePlace.Start, SyntaxDiagnostics.UnexpectedColon),
        new("expected ',' or", YamlFailurePlace.Start, SyntaxDiagnostics.MissingComma),
        new("did not find expected key", YamlFailurePlace.Start, SyntaxDiagnostics.Indentation),
        new("expected '-' indicator", YamlFailurePlace.Start, SyntaxDiagnostics.Indentation),
        new("spaces in", YamlFailurePlace.End, SyntaxDiagnostics.Indentation),
        new("expected <document end>", YamlFailurePlace.Start, SyntaxDiagnostics.Indentation),
        new("Block sequence entries are not allowed", YamlFailurePlace.Start, SyntaxDiagnostics.MisplacedListEntry),
        new("scanning a block scalar", YamlFailurePlace.Start, SyntaxDiagnostics.InvalidBlockHeader),
        new("Mapping keys are not allowed", YamlFailurePlace.Start, SyntaxDiagnostics.ReservedCharacter),
        new("expected node content", YamlFailurePlace.Start, SyntaxDiagnostics.ReservedCharacter),
        new("cannot start any token", YamlFailurePlace.Start, SyntaxDiagnostics.ReservedCharacter),
        new("expected token", YamlFailurePlace.Start, SyntaxDiagnostics.InvalidAnchor),
        new("nchor", YamlFailurePlace.Start, SyntaxDiagnostics.InvalidAnchor),
        new("irective", YamlFailurePlace.Start, SyntaxDiagnostics.DirectiveNotSupported),
        new(" tag", YamlFailurePlace.Start, SyntaxDiagnostics.TagNotSupported),
        new("expected <document start>", YamlFailurePlace.Start, SyntaxDiagnostics.ContentAfterEnd),
    ];

    public static YamlFailureRule Of(string message) =>
        All.FirstOrDefault(r => message.IndexOf(r.Fragment, StringComparison.Ordinal) >= 0)
        ?? new YamlFailureRule("", YamlFailurePlace.Start, SyntaxDiagnostics.InvalidYaml);
}
