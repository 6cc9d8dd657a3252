using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Keywords;

internal static class TextValue
{
    public static bool Check(SyntaxNode value, MappingNode schema, SchemaReport report) =>
        value is ScalarNode { Kind: not ScalarKind.Null } || report.Wrong(value, "text");

    /// <summary>Names and references: nothing else is taken for text.</summary>
    public static bool CheckName(SyntaxNode value, MappingNode schema, SchemaReport report) =>
        value is ScalarNode { Kind: ScalarKind.String } || report.Wrong(value, "text");
}
