using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Keywords;

internal static class SequenceValue
{
    public static bool Check(SyntaxNode value, MappingNode schema, SchemaReport report) =>
        value is SequenceNode { Items.Count: > 0 } || report.WrongValue(value, "a list of one or more schemas");
}
