using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes.Keywords;

internal static class MappingValue
{
    public static void Check(SyntaxNode value, MappingNode schema, BindingContext context)
    {
        if (value is not MappingNode)
        {
            ValueShape.Wrong(value, "a mapping of names to schemas", context);
        }
    }
}
