using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Keywords;

internal static class BooleanValue
{
    public static bool Check(SyntaxNode value, MappingNode schema, SchemaReport report) =>
        value is ScalarNode { Kind: ScalarKind.Boolean } || report.Wrong(value, "true or false");

    public static bool IsTrue(SyntaxNode? value) => value is ScalarNode { Kind: ScalarKind.Boolean, Text: "true" or "True" or "TRUE" };

    public static bool IsFalse(SyntaxNode? value) => value is ScalarNode { Kind: ScalarKind.Boolean } && !IsTrue(value);
}
