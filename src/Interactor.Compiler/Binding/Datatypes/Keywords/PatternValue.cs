using System.Text.RegularExpressions;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes.Keywords;

internal static class PatternValue
{
    public static void Check(SyntaxNode value, MappingNode schema, BindingContext context)
    {
        if (value is not ScalarNode { Kind: ScalarKind.String } scalar)
        {
            ValueShape.Wrong(value, "text in quotes", context);
            return;
        }

        try
        {
            _ = new Regex(JsonText.Plain(scalar), RegexOptions.CultureInvariant);
        }
        catch (ArgumentException error)
        {
            context.Report(DatatypeDiagnostics.InvalidPattern, value, error.Message);
        }
    }
}
