using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes.Keywords;

internal static class SchemaValue
{
    /// <summary>Reports what is no schema, in the words of the binder that walks into schemas, so that it is told once.</summary>
    public static void Check(SyntaxNode value, MappingNode schema, BindingContext context)
    {
        if (value is not (MappingNode or ScalarNode { Kind: ScalarKind.Boolean }))
        {
            context.Report(StructureDiagnostics.WrongType, value, "A schema", "a mapping, true or false", NodeKind.Describe(value));
        }
    }
}
