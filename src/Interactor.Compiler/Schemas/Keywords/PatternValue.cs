using System.Text.RegularExpressions;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Keywords;

/// <summary>Regular expressions of ECMA-262. One that is none accepts everything.</summary>
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

    private static bool CheckPattern(ScalarNode pattern, SchemaReport report)
    {
        try
        {
            _ = new Regex(JsonText.Plain(pattern), RegexOptions.CultureInvariant);
            return true;
        }
        catch (ArgumentException error)
        {
            report.Add(DatatypeDiagnostics.InvalidPattern, pattern, error.Message);
            return false;
        }
    }
}
