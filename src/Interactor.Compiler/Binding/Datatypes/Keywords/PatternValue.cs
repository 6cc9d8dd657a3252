using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;
using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Compiler.Binding.Datatypes.Keywords;

/// <summary>A regular expression: what the runtime's own parser, whose source is compiled in here too, takes for one.</summary>
internal static class PatternValue
{
    public static void Check(SyntaxNode value, MappingNode schema, BindingContext context)
    {
        if (value is not ScalarNode { Kind: ScalarKind.String } scalar)
        {
            ValueShape.Wrong(value, "text in quotes", context);
            return;
        }

        string pattern = JsonText.Plain(scalar);
        if (Find(pattern) is { } error)
        {
            // Text that has an escape of the definition's own is not the pattern, character by character.
            Location at = pattern == scalar.Text && error.Position < pattern.Length ? scalar.Locate(error.Position, 1) : scalar.Location;
            context.Diagnostics.Report(DatatypeDiagnostics.InvalidPattern, at, error.Message);
        }
    }

    /// <summary>What keeps a text from being a pattern; null when it is one.</summary>
    public static PatternError? Find(string pattern) =>
        PatternParser.Parse(pattern, static name => PropertyNames.Canonical(name) is null ? null : CodePointSet.Empty).Error;
}
