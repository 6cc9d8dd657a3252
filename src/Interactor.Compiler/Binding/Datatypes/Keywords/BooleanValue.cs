using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes.Keywords;

internal static class BooleanValue
{
    public static void Check(SyntaxNode value, MappingNode schema, BindingContext context)
    {
        if (value is not ScalarNode { Kind: ScalarKind.Boolean })
        {
            ValueShape.Wrong(value, "true or false", context);
        }
    }
}
