using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes.Keywords;

internal static class TextValue
{
    public static void Check(SyntaxNode value, MappingNode schema, BindingContext context)
    {
        if (value is not ScalarNode { Kind: not ScalarKind.Null })
        {
            ValueShape.Wrong(value, "text", context);
        }
    }
}
