using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;
using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Compiler.Schemas.Keywords;

/// <summary>A regular expression: what the runtime's own parser, whose source is compiled in here too, takes for one.</summary>
internal static class PatternValue
{
    public static bool Check(SyntaxNode value, MappingNode schema, SchemaReport report) => value is ScalarNode { Kind: ScalarKind.String } scalar
        ? CheckPattern(scalar, report)
        : report.Wrong(value, "text in quotes");

    /// <summary>Patterns as the keys of schemas.</summary>
    public static bool CheckKeys(SyntaxNode value, MappingNode schema, SchemaReport report)
    {
        if (!MappingValue.Check(value, schema, report))
        {
            return false;
        }

        foreach (MappingEntry entry in ((MappingNode)value).Entries)
        {
            CheckPattern(entry.Key, report);
        }

        return true;
    }

    /// <summary>What keeps a text from being a pattern; null when it is one.</summary>
    public static PatternError? Find(string pattern) =>
        PatternParser.Parse(pattern, static name => PropertyNames.Canonical(name) is null ? null : CodePointSet.Empty).Error;

    private static bool CheckPattern(ScalarNode pattern, SchemaReport report)
    {
        string text = JsonText.Plain(pattern);
        if (Find(text) is not { } error)
        {
            return true;
        }

        // Text that has an escape of the definition's own is not the pattern, character by character.
        Location at = text == pattern.Text && error.Position < text.Length ? pattern.Locate(error.Position, 1) : pattern.Location;
        report.Add(DatatypeDiagnostics.InvalidPattern, pattern, at, error.Message);
        return false;
    }
}
