using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes.Keywords;

internal static class RequiredValue
{
    public static void Check(SyntaxNode value, MappingNode schema, BindingContext context)
    {
        if (value is not SequenceNode list)
        {
            ValueShape.Wrong(value, "a list of property names", context);
            return;
        }

        foreach (SyntaxNode item in list.Items)
        {
            if (item is not ScalarNode { Kind: not ScalarKind.Null } name)
            {
                ValueShape.Wrong(item, "the name of a property", context);
            }
            else if (schema.Find("properties") is MappingNode properties && properties.Find(name.Text) is null)
            {
                context.Report(DatatypeDiagnostics.RequiredWithoutProperty, item, name.Text);
            }
        }
    }
}
