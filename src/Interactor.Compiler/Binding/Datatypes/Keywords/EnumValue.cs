using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes.Keywords;

internal static class EnumValue
{
    public static void Check(SyntaxNode value, MappingNode schema, BindingContext context)
    {
        if (value is not SequenceNode list)
        {
            ValueShape.Wrong(value, "a list of values", context);
            return;
        }

        if (list.Items.Count == 0)
        {
            context.Report(DatatypeDiagnostics.InvalidEnum, value, "this one is empty");
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (SyntaxNode item in list.Items)
        {
            if (!seen.Add(JsonText.Of(item)))
            {
                context.Report(DatatypeDiagnostics.InvalidEnum, item, "this value stands here already");
            }
        }
    }
}
