using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Keywords;

internal static class MappingValue
{
    public static bool Check(SyntaxNode value, MappingNode schema, SchemaReport report) =>
        value is MappingNode || report.Wrong(value, "a mapping of names to schemas");

    public static bool CheckVocabulary(SyntaxNode value, MappingNode schema, SchemaReport report) =>
        value is MappingNode || report.Wrong(value, "a mapping of vocabularies to true or false");
}
