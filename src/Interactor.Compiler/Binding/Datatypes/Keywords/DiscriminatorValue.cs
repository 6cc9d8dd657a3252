using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes.Keywords;

/// <summary>The keyword <c>discriminator</c>: a mapping that names a property; Swagger 2.0 gives the name alone.</summary>
internal static class DiscriminatorValue
{
    public static void Check(SyntaxNode value, MappingNode schema, BindingContext context)
    {
        if (value is not MappingNode mapping)
        {
            if (value is not ScalarNode { Kind: ScalarKind.String })
            {
                ValueShape.Wrong(value, "a mapping with propertyName", context);
            }

            return;
        }

        if (mapping.Find("propertyName") is not ScalarNode { Kind: ScalarKind.String })
        {
            ValueShape.Wrong(mapping.Find("propertyName") ?? mapping, "a mapping whose propertyName is the name of a property", context);
        }

        if (mapping.Find("mapping") is { } names and not MappingNode)
        {
            ValueShape.Wrong(names, "a mapping from texts to datatypes", context);
        }
    }
}
