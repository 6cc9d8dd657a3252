using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes.Keywords;

internal static class SequenceValue
{
    public static void Check(SyntaxNode value, MappingNode schema, BindingContext context)
    {
        if (value is not SequenceNode { Items.Count: > 0 })
        {
            ValueShape.Wrong(value, "a list of one or more schemas", context);
        }
    }
}
